package example

type state struct {
	counts map[string]int
	total  int
}

type holder struct{ state *state }

func (h *holder) count(name string) int {
	s := *h.state
	s.counts[name]++
	return s.total
}
