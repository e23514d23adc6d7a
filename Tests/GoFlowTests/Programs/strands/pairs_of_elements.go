// answer: no (distinct-elements)
// reason: Each goroutine has the two elements of its own number.

package p

func Pairs(values []int, count int) {
	for i := 0; i < count; i++ {
		go func() {
			values[2*i] = i
			values[2*i+1] = values[2*i] // A B
		}()
	}
}
