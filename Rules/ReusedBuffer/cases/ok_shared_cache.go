package example

type op struct{ cache map[int]string }

func (o *op) inputs(n int) []*op {
	var inputs []*op
	for i := range n {
		o.cache[i] = "seen"
		inputs = append(inputs, &op{cache: o.cache})
	}
	return inputs
}
