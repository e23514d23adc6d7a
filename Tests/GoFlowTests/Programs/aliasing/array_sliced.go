// answer: yes
// reason: Slicing the array makes a view of it, so the goroutine reads the counts that the loop goes on changing.

package p

func totalOf(counts []int) (n int) {
	for _, c := range counts { // A
		n += c
	}
	return n
}

func SampleView(values []int, totals chan<- int) [8]int {
	var h [8]int
	for i, v := range values {
		h[v&7]++ // B
		if i%100 == 99 {
			frozen := h[:]
			go func() { totals <- totalOf(frozen) }()
		}
	}
	return h
}
