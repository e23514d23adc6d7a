// answer: yes
// reason: The next request has the map of the one that the goroutine was given.

package p

type request struct {
	counts map[string]int
	next   int
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
			r = &request{counts: full.counts, next: full.next + 1}
		}
	}
}
