// answer: yes
// reason: warm starts a goroutine that keeps the request's items, and Checkout sorts them as soon as warm returned.

package p

import (
	"log"
	"slices"
)

type cart struct {
	user  string
	items []string
}

type suggestions struct {
	fetch func(item string) string
}

func (s *suggestions) warm(c *cart) {
	items := c.items
	go func() {
		for _, it := range items { // A
			log.Println(s.fetch(it))
		}
	}()
}

func Checkout(s *suggestions, c *cart) []string {
	s.warm(c)
	slices.Sort(c.items) // B
	return slices.Compact(c.items)
}
