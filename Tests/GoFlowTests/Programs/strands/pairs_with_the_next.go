// answer: yes
// reason: The second element of a pair is the first one of the next.

package p

func Pairs(values []int, count int) {
	for i := 0; i < count; i++ {
		go func() {
			values[i] = i   // A
			values[i+1] = i // B
		}()
	}
}
