// answer: no (handed-over)
// reason: The sender waits after each send until the receiver says that it is done with the map.

package p

import (
	"fmt"
	"strconv"
)

func gather(out chan<- map[string]string, done <-chan bool) {
	attrs := make(map[string]string)
	for i := range 10 {
		attrs["n"] = strconv.Itoa(i) // A
		out <- attrs
		<-done
	}
}

func Main() {
	out, done := make(chan map[string]string), make(chan bool)
	go func() {
		for m := range out {
			fmt.Println(m["n"]) // B
			done <- true
		}
	}()
	gather(out, done)
}
