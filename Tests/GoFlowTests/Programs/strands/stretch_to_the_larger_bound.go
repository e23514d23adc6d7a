// answer: yes
// reason: The larger of two bounds is the same for those whose own one is smaller.

package p

func Blur(from, to []int, size int) {
	for w := range 4 {
		low, high := w*size, (w+1)*size
		go func() {
			for i := low; i < max(high, 100); i++ {
				to[i] = from[i] // A B
			}
		}()
	}
}
