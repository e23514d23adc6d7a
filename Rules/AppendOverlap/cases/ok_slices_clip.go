package example

import "slices"

type Handler struct{ attrs []string }

func (h *Handler) With(attrs ...string) *Handler {
	return &Handler{attrs: append(slices.Clip(h.attrs), attrs...)}
}
