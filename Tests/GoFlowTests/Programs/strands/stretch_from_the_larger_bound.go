// answer: no (distinct-elements)
// reason: The goroutine stays between its own bounds, also where it begins behind the lower one.

package p

func Blur(from, to []int, size int) {
	for w := range 4 {
		low, high := w*size, (w+1)*size
		go func() {
			for i := max(low, 1); i < high-1; i++ {
				to[i] = from[i-1] + from[i] // A B
			}
		}()
	}
}
