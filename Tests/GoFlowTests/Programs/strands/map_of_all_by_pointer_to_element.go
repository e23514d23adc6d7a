// answer: yes
// reason: The elements have one map in common.

package p

type worker struct {
	seen map[int]bool
}

func Process(count int) {
	workers := make([]worker, count)
	seen := make(map[int]bool)
	for i := range workers {
		workers[i].seen = seen
		go func(w *worker) {
			w.seen[count] = true // A B
		}(&workers[i])
	}
}
