// answer: yes
// reason: Both receivers get one slice, and one of them writes to it.

package p

import "fmt"

func Main() {
	left, right := make(chan []int), make(chan []int)
	go func() {
		for v := range right {
			v[0]++ // A
		}
	}()
	go func() {
		for v := range left {
			fmt.Println(v[0]) // B
		}
	}()
	v := []int{1}
	left <- v
	right <- v
}
