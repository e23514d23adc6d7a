// answer: no (handed-over)
// reason: After each send the sender's loop goes on with a new map.

package p

import (
	"fmt"
	"strconv"
)

type observer struct{ in chan map[string]string }

func (o *observer) run() {
	for m := range o.in {
		fmt.Println(m["n"]) // B
	}
}

func feed(o *observer) {
	attrs := make(map[string]string)
	for i := range 10 {
		attrs["n"] = strconv.Itoa(i) // A
		o.in <- attrs
		attrs = make(map[string]string)
	}
}

func Main() {
	o := &observer{in: make(chan map[string]string)}
	go o.run()
	feed(o)
}
