// answer: no (copied)
// reason: The items are cloned before the goroutine starts, so the sort moves elements of another array.

package p

import (
	"log"
	"slices"
)

type basket struct {
	user  string
	items []string
}

type prefetcher struct {
	fetch func(item string) string
}

func (s *prefetcher) warm(c *basket) {
	items := slices.Clone(c.items)
	go func() {
		for _, it := range items { // A
			log.Println(s.fetch(it))
		}
	}()
}

func Buy(s *prefetcher, c *basket) []string {
	s.warm(c)
	slices.Sort(c.items) // B
	return slices.Compact(c.items)
}
