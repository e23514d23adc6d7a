// answer: no (copied)
// reason: The goroutine ranges over its own outer slice, and the caller replaces elements of the other outer slice only.

package p

import "slices"

type sizes struct {
	out chan int
}

func (z *sizes) Send(parts [][]byte) {
	own := slices.Clone(parts)
	go func() {
		n := 0
		for _, part := range own { // A
			n += len(part)
		}
		z.out <- n
	}()
}

func Forget(z *sizes, parts [][]byte) {
	z.Send(parts)
	for i := range parts {
		parts[i] = nil // B
	}
}
