// answer: no (only-read)
// reason: Both sinks keep the same bulletin, but neither of them nor the sender changes it after it was sent.

package p

import "strings"

type bulletin struct {
	title string
	lines []string
}

type newsroom struct {
	web, print chan *bulletin
	words      int
	longest    int
}

func OpenNewsroom() *newsroom {
	n := &newsroom{web: make(chan *bulletin, 4), print: make(chan *bulletin, 4)}
	go func() {
		for b := range n.web {
			n.words += len(strings.Fields(strings.Join(b.lines, " "))) // A
		}
	}()
	go func() {
		for b := range n.print {
			for _, l := range b.lines { // B
				n.longest = max(n.longest, len(l))
			}
		}
	}()
	return n
}

func (n *newsroom) Issue(title, text string) {
	b := &bulletin{title: title}
	for l := range strings.Lines(text) {
		b.lines = append(b.lines, l)
	}
	n.web <- b
	n.print <- b
}
