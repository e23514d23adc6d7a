// answer: yes
// reason: The event keeps the request's tags, the queue is drained by a goroutine, and the caller sorts the same tags in place after Track returned.

package p

import (
	"encoding/json"
	"io"
	"sort"
)

type Event interface{ Kind() string }

type Viewed struct {
	ID   string
	Tags []string
}

func (Viewed) Kind() string { return "viewed" }

type Tracker struct {
	queue chan Event
	w     io.Writer
}

func NewTracker(w io.Writer) *Tracker {
	t := &Tracker{queue: make(chan Event, 64), w: w}
	go t.run()
	return t
}

func (t *Tracker) run() {
	for e := range t.queue {
		b, err := json.Marshal(e) // A
		if err == nil {
			t.w.Write(b)
		}
	}
}

func (t *Tracker) Track(id string, tags []string) {
	t.queue <- Viewed{ID: id, Tags: tags}
}

func View(t *Tracker, id string, tags []string) string {
	t.Track(id, tags)
	sort.Strings(tags) // B
	return tags[0]
}
