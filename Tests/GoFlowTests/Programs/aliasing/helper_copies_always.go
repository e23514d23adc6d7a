// answer: no (copied)
// reason: firstN returns a slice of its own on every path, whatever the length.

package p

import "strings"

func firstN[S ~[]E, E any](s S, max int) S {
	n := min(len(s), max)
	out := make(S, 0, n)
	for i := 0; i < n; i++ {
		out = append(out, s[i])
	}
	return out
}

type pager struct{ sent chan string }

func (n *pager) notify(titles []string) {
	short := firstN(titles, 100)
	go func() {
		n.sent <- strings.Join(short, "\n") // A
	}()
}

func Whisper(n *pager, titles []string) {
	n.notify(titles)
	for i, t := range titles {
		titles[i] = strings.ToLower(t) // B
	}
}
