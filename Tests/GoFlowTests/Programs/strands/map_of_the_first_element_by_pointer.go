// answer: yes
// reason: All goroutines have the pointer to the first element.

package p

type worker struct {
	seen map[int]bool
}

func Process(count int) {
	workers := make([]worker, count)
	for range workers {
		workers[0].seen = make(map[int]bool)
		go func(w *worker) {
			w.seen[count] = true // A B
		}(&workers[0])
	}
}
