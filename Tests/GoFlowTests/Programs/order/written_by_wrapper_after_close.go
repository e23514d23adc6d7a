// answer: yes
// reason: The channel says that the goroutine has begun; it goes on writing through the buffered writer.

package p

import (
	"bufio"
	"strings"
)

func Dump(lines []string) string {
	var text strings.Builder
	w := bufio.NewWriter(&text)
	begun := make(chan struct{})
	go func() { // A
		close(begun)
		for _, line := range lines {
			w.WriteString(line)
		}
	}()
	<-begun
	return text.String() // B
}
