// answer: no (before-signal)
// reason: What the goroutine writes through the buffered writer it writes before it closes the channel.

package p

import (
	"bufio"
	"strings"
)

func Dump(lines []string) string {
	var text strings.Builder
	w := bufio.NewWriter(&text)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, line := range lines {
			w.WriteString(line) // A
		}
	}()
	<-done
	w.Flush()
	return text.String() // B
}
