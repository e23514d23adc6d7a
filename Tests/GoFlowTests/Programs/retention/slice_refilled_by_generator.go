// answer: yes
// reason: The generator writes to the slice that it gave away last.

package p

import "fmt"

func count() <-chan []int {
	out := make(chan []int)
	go func() {
		defer close(out)
		v := make([]int, 1)
		for i := range 3 {
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
