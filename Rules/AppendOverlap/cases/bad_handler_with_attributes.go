// race: ok_slices_clip.go

package example

type Attr struct{ Key, Value string }

type Handler struct {
	prefix string
	attrs  []Attr
}

func (h *Handler) WithAttrs(attrs []Attr) *Handler {
	return &Handler{prefix: h.prefix, attrs: append(h.attrs, attrs...)} // want "`h.attrs` is appended to and the result kept elsewhere"
}
