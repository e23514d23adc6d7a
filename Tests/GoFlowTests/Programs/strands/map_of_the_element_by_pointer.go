// answer: no (distinct-elements)
// reason: Each goroutine has the pointer to another element, which has a map of its own.

package p

type worker struct {
	seen map[int]bool
}

func Process(count int) {
	workers := make([]worker, count)
	for i := range workers {
		workers[i].seen = make(map[int]bool)
		go func(w *worker) {
			w.seen[count] = true // A B
		}(&workers[i])
	}
}
