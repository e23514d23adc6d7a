// answer: yes
// reason: truncate copies only what is too long, so a short title list is shared with the goroutine.

package p

import "strings"

func truncate[T any](s []T, max int) []T {
	if len(s) <= max {
		return s
	}
	out := make([]T, max)
	copy(out, s)
	return out
}

type notifier struct{ sent chan string }

func (n *notifier) notify(titles []string) {
	short := truncate(titles, 100)
	go func() {
		n.sent <- strings.Join(short, "\n") // A
	}()
}

func Shout(n *notifier, titles []string) {
	n.notify(titles)
	for i, t := range titles {
		titles[i] = strings.ToUpper(t) // B
	}
}
