// race: ok_elements_appended.go

package example

type Index struct{ words []string }

func (x *Index) init(words []string) { x.words = words }

func NewIndex(words []string) *Index {
	x := new(Index)
	x.init(words) // want "slice `words` of the caller is kept in `Index.words`"
	return x
}
