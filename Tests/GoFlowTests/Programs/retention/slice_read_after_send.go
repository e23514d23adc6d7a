// answer: yes
// reason: The receiver writes to the slice, and that it was received says nothing of when.

package p

import "fmt"

func Main() {
	out := make(chan []int)
	go func() {
		for v := range out {
			v[0]++ // A
		}
	}()
	v := []int{1}
	out <- v
	fmt.Println(v[0]) // B
}
