// answer: no (handed-over)
// reason: Each turn of the sender's loop makes the map that it sends.

package p

import (
	"fmt"
	"strconv"
)

func gather(out chan<- map[string]string) {
	for i := range 10 {
		attrs := make(map[string]string)
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
