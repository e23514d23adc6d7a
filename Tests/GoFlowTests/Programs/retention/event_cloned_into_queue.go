// answer: no (copied)
// reason: Track clones the tags before the event enters the queue, so the caller sorts memory that nobody else holds.

package p

import (
	"encoding/json"
	"io"
	"slices"
	"sort"
)

type Notice interface{ Topic() string }

type Opened struct {
	ID   string
	Tags []string
}

func (Opened) Topic() string { return "opened" }

type Herald struct {
	queue chan Notice
	w     io.Writer
}

func NewHerald(w io.Writer) *Herald {
	h := &Herald{queue: make(chan Notice, 64), w: w}
	go h.run()
	return h
}

func (h *Herald) run() {
	for e := range h.queue {
		b, err := json.Marshal(e) // A
		if err == nil {
			h.w.Write(b)
		}
	}
}

func (h *Herald) Track(id string, tags []string) {
	h.queue <- Opened{ID: id, Tags: slices.Clone(tags)}
}

func Open(h *Herald, id string, tags []string) string {
	h.Track(id, tags)
	sort.Strings(tags) // B
	return tags[0]
}
