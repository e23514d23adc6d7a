// answer: no (joined)
// reason: done is closed by a deferred call after the last write, and the reader receives from it first.

package p

import (
	"bufio"
	"io"
)

type tailer struct {
	lines []string
	done  chan struct{}
}

func tail(r io.Reader) *tailer {
	t := &tailer{done: make(chan struct{})}
	go func() {
		defer close(t.done)
		sc := bufio.NewScanner(r)
		for sc.Scan() {
			t.lines = append(t.lines, sc.Text()) // A
		}
	}()
	return t
}

func Lines(r io.Reader) []string {
	t := tail(r)
	<-t.done
	return t.lines // B
}
