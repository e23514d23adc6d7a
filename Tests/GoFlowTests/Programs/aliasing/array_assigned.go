// answer: no (copied)
// reason: Assigning the array copies its elements, so the goroutine sees the histogram as it was.

package p

type histogram [8]int

func (h *histogram) total() (n int) {
	for _, c := range h { // A
		n += c
	}
	return n
}

func Sample(values []int, totals chan<- int) histogram {
	var h histogram
	for i, v := range values {
		h[v&7]++ // B
		if i%100 == 99 {
			frozen := h
			go func() { totals <- frozen.total() }()
		}
	}
	return h
}
