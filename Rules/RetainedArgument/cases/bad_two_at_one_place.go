package example

type Pair struct {
	keys   []string
	values []int
}

func NewPair(keys []string, values []int) *Pair {
	return &Pair{keys: keys, values: values} // want "slice `keys` of the caller is kept in `Pair.keys` without a copy, and so is `values`"
}
