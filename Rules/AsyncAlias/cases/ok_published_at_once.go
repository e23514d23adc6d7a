package example

import (
	"encoding/json"
	"io"
	"sync"
)

type Event struct{ Tags []string }

type Publisher interface{ Publish(e *Event) }

type Writer struct {
	mu sync.Mutex
	w  io.Writer
}

func (w *Writer) Publish(e *Event) {
	text, err := json.Marshal(e)
	if err != nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.w.Write(text)
}

func Tag(p Publisher, names []string) {
	tags := make([]string, 1)
	for _, name := range names {
		tags[0] = name
		p.Publish(&Event{Tags: tags})
	}
}

func Main(w io.Writer, names []string) {
	p := &Writer{w: w}
	go Tag(p, names)
	Tag(p, []string{"main"})
}
