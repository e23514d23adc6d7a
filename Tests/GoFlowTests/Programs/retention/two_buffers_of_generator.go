// answer: no (handed-over)
// reason: Without room in the channel the second of two buffers is taken only when the receiver is done with the first one.

package p

import "fmt"

func count() <-chan []int {
	out := make(chan []int)
	go func() {
		defer close(out)
		var bufs [2][]int
		for i := range bufs {
			bufs[i] = make([]int, 1)
		}
		for i := range 30 {
			v := bufs[i%2]
			v[0] = i // A
			out <- v
		}
	}()
	return out
}

func Main() {
	for v := range count() {
		fmt.Println(v[0]) // B
	}
}
