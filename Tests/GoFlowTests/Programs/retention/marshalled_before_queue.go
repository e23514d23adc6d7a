// answer: no (copied)
// reason: The event is marshalled before it is queued; only the new bytes cross to the goroutine.

package p

import (
	"encoding/json"
	"io"
)

type audit struct {
	Actor string
	Diff  map[string]int
}

type trail struct{ out chan []byte }

func OpenTrail(w io.Writer) *trail {
	t := &trail{out: make(chan []byte, 64)}
	go func() {
		for b := range t.out {
			w.Write(b) // A
		}
	}()
	return t
}

func (t *trail) record(a audit) error {
	b, err := json.Marshal(a)
	if err != nil {
		return err
	}
	t.out <- b
	return nil
}

func Apply(t *trail, actor string, diff map[string]int) error {
	if err := t.record(audit{actor, diff}); err != nil {
		return err
	}
	for k := range diff {
		delete(diff, k) // B
	}
	return nil
}
