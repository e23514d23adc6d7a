package cases

import "sync"

type queue struct{ tasks chan func() }

func (q *queue) submit(task func()) { q.tasks <- task }

// The literal has a name before it is handed over.
func named(q *queue) int {
	var wg sync.WaitGroup
	count := 0
	task := func() {
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `count`"
		count++
	}
	wg.Add(1)
	q.submit(task)
	wg.Wait()
	return count
}
