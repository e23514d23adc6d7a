// answer: no (handed-over)
// reason: The pool gives a sorter to one goroutine at a time, with the slice that it stored there, and gets it back after the last look.

package p

import (
	"slices"
	"sync"
)

type sorter struct{ names []string }

var sorters = sync.Pool{New: func() any { return new(sorter) }}

func (s *sorter) keys(m map[string]int) []string {
	names := s.names[:0]
	for k := range m {
		names = append(names, k) // A
	}
	s.names = names
	slices.Sort(s.names)
	return names
}

// Total adds up the names.
func Total(m map[string]int) string {
	s := sorters.Get().(*sorter)
	defer sorters.Put(s)
	out := ""
	for _, k := range s.keys(m) { // B
		out += k
	}
	return out
}

type Server struct{ in chan map[string]int }

func (s *Server) Start(print func(string)) {
	for range 4 {
		go s.serve(print)
	}
}

func (s *Server) serve(print func(string)) {
	for m := range s.in {
		print(Total(m))
	}
}
