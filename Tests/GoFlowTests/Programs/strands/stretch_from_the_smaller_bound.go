// answer: yes
// reason: The smaller of two bounds is the same for all: each goroutine begins at the first element.

package p

func Blur(from, to []int, size int) {
	for w := range 4 {
		low, high := w*size, (w+1)*size
		go func() {
			for i := min(low, 1); i < high-1; i++ {
				to[i] = from[i+1] // A B
			}
		}()
	}
}
