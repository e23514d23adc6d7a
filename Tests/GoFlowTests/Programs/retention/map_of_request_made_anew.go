// answer: no (handed-over)
// reason: The goroutine has the request with its map; counts go into the map of the next one.

package p

type request struct {
	counts map[string]int
}

func send(r *request, total chan<- int) {
	n := 0
	for _, count := range r.counts { // B
		n += count
	}
	total <- n
}

func Count(r *request, lines <-chan string, total chan<- int) {
	for line := range lines {
		r.counts[line]++ // A
		if len(r.counts) > 100 {
			full := r
			go func() { send(full, total) }()
			r = &request{counts: make(map[string]int)}
		}
	}
}
