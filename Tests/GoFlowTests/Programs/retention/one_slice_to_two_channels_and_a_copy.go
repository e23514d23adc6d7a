// answer: no (copied)
// reason: The receiver that writes gets a copy.

package p

import (
	"fmt"
	"slices"
)

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
	right <- slices.Clone(v)
}
