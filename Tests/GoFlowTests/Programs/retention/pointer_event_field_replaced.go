// answer: yes
// reason: The event points at the request, so even replacing its field writes memory that the worker reads.

package p

import "strings"

type Search struct {
	Terms []string
}

type searchEvent struct {
	search *Search
}

type history struct {
	events chan searchEvent
	lines  []string
}

func StartHistory() *history {
	h := &history{events: make(chan searchEvent, 10)}
	go func() {
		for e := range h.events {
			h.lines = append(h.lines, strings.Join(e.search.Terms, " ")) // A
		}
	}()
	return h
}

func Run(h *history, s *Search) int {
	h.events <- searchEvent{search: s}
	s.Terms = expand(s.Terms) // B
	return len(s.Terms)
}

func expand(terms []string) []string {
	out := make([]string, 0, 2*len(terms))
	for _, t := range terms {
		out = append(out, t, t+"s")
	}
	return out
}
