// answer: yes
// reason: done is closed before the trailer line is appended, so the reader may look at the lines during that append.

package p

import (
	"bufio"
	"io"
)

type follower struct {
	lines []string
	done  chan struct{}
}

func follow(r io.Reader) *follower {
	t := &follower{done: make(chan struct{})}
	go func() {
		sc := bufio.NewScanner(r)
		for sc.Scan() {
			t.lines = append(t.lines, sc.Text())
		}
		close(t.done)
		if sc.Err() != nil || len(t.lines) == 0 {
			t.lines = append(t.lines, "(incomplete)") // A
		}
	}()
	return t
}

func LastLine(r io.Reader) string {
	t := follow(r)
	<-t.done
	if n := len(t.lines); n > 0 { // B
		return t.lines[n-1]
	}
	return ""
}
