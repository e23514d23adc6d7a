// answer: no (copied)
// reason: Deliver sends each sink a copy of the letter, so the redactor changes a letter that the indexer does not have.

package p

import "strings"

type letter struct {
	subject string
	body    string
}

type office struct {
	index, redact chan *letter
	words         int
}

func StartOffice() *office {
	r := &office{index: make(chan *letter, 4), redact: make(chan *letter, 4)}
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

func (r *office) Deliver(subject, body string) {
	m := letter{subject, body}
	for _, sink := range []chan *letter{r.index, r.redact} {
		own := m
		sink <- &own
	}
}
