// answer: yes
// reason: The next turn of the sender's loop writes to the map that went through the channel of the observer, whose goroutine may still read it.

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
	}
}

func Main() {
	o := &observer{in: make(chan map[string]string)}
	go o.run()
	feed(o)
}
