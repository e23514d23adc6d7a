// answer: no (only-read)
// reason: After the hand-off the caller only reads the tags, as the worker does.

package p

import (
	"slices"
	"strings"
)

type labelled struct {
	name string
	tags []string
}

type indexer struct {
	in    chan labelled
	count map[string]int
}

func StartIndexer() *indexer {
	x := &indexer{in: make(chan labelled, 4), count: map[string]int{}}
	go func() {
		for l := range x.in {
			for _, t := range l.tags { // A
				x.count[t]++
			}
		}
	}()
	return x
}

func Save(x *indexer, name, csv string) bool {
	tags := strings.Split(csv, ",")
	slices.Sort(tags)
	x.in <- labelled{name, tags}
	return slices.Contains(tags, name) // B
}
