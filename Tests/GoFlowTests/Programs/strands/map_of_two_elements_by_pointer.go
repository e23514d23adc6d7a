// answer: yes
// reason: The map of an element is that of the next one, too, until it gets its own.

package p

type worker struct {
	seen, next map[int]bool
}

func Process(count int) {
	workers := make([]worker, count+1)
	for i := range count {
		seen := make(map[int]bool)
		workers[i].seen = seen
		workers[i+1].next = seen
		go func(w *worker) {
			w.seen[count] = true // A
			w.next[count] = true // B
		}(&workers[i])
	}
}
