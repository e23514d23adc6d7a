// race: ok_used_and_dropped.go

package example

type Reader struct{ rest []byte }

func (r *Reader) Reset(data []byte) {
	r.rest = data[1:] // want "slice `data` of the caller is kept in `Reader.rest`"
}
