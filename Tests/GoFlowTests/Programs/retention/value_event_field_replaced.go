// answer: no (other-memory)
// reason: The event holds a copy of the slice header, and the caller gives its own field a new slice instead of changing the old one.

package p

import "strings"

type Query struct {
	Terms []string
}

type queryEvent struct {
	terms []string
}

type queryLog struct {
	events chan queryEvent
	lines  []string
}

func StartQueryLog() *queryLog {
	h := &queryLog{events: make(chan queryEvent, 10)}
	go func() {
		for e := range h.events {
			h.lines = append(h.lines, strings.Join(e.terms, " ")) // A
		}
	}()
	return h
}

func Ask(h *queryLog, s *Query) int {
	h.events <- queryEvent{terms: s.Terms}
	s.Terms = withPlurals(s.Terms) // B
	return len(s.Terms)
}

func withPlurals(terms []string) []string {
	out := make([]string, 0, 2*len(terms))
	for _, t := range terms {
		out = append(out, t, t+"s")
	}
	return out
}
