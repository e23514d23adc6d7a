// answer: yes
// reason: The next turn of the sender's loop writes to the map that the receiver got before and may still read.

package p

import (
	"fmt"
	"strconv"
)

func gather(out chan<- map[string]string) {
	attrs := make(map[string]string)
	for i := range 10 {
		attrs["n"] = strconv.Itoa(i) // A
		out <- attrs
	}
}

func Main() {
	out := make(chan map[string]string)
	go func() {
		for m := range out {
			fmt.Println(m["n"]) // B
		}
	}()
	gather(out)
}
