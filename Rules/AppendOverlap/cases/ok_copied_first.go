package example

type Handler struct{ attrs []string }

func (h *Handler) With(attrs ...string) *Handler {
	all := make([]string, 0, len(h.attrs)+len(attrs))
	all = append(all, h.attrs...)
	all = append(all, attrs...)
	return &Handler{attrs: all}
}
