// answer: no (locked)
// reason: Both structs embed a pointer to the one mutex that they were given.

package p

import "sync"

type meter struct {
	*sync.Mutex
	total *int
}

func (m meter) add(n int) {
	m.Lock()
	*m.total += n // A B
	m.Unlock()
}

func Measure(values []int) int {
	var total int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, v := range values {
		m := meter{Mutex: &mu, total: &total}
		wg.Go(func() { m.add(v) })
	}
	wg.Wait()
	return total
}
