// race: ok_joined.go

package example

import "sort"

type Scores struct{ values []int }

func Open(values []int) *Scores {
	s := &Scores{values: values}
	go s.order()
	return s
}

func (s *Scores) order() {
	for i := range s.values {
		s.values[i] *= 2 // want "slice `Scores.values` is changed with no lock"
	}
	sort.Ints(s.values)
}

func (s *Scores) Best() int { return s.values[len(s.values)-1] }
