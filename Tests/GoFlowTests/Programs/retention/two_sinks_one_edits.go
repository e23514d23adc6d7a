// answer: yes
// reason: Both sinks get the same message pointer, and the redactor changes its body while the indexer reads it.

package p

import "strings"

type mail struct {
	subject string
	body    string
}

type relay struct {
	index, redact chan *mail
	words         int
}

func StartRelay() *relay {
	r := &relay{index: make(chan *mail, 4), redact: make(chan *mail, 4)}
	go func() {
		for m := range r.index {
			r.words += len(strings.Fields(m.body)) // A
		}
	}()
	go func() {
		for m := range r.redact {
			m.body = strings.ReplaceAll(m.body, "secret", "******") // B
		}
	}()
	return r
}

func (r *relay) Deliver(subject, body string) {
	m := &mail{subject, body}
	for _, sink := range []chan *mail{r.index, r.redact} {
		sink <- m
	}
}
