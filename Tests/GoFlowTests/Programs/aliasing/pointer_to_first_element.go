// answer: yes
// reason: All goroutines get a pointer to the first element, whatever the turn.

package p

import "sync"

type meter struct{ total int }

func (m *meter) add(n int) {
	m.total += n // A B
}

func Count(meters []meter, sizes []int) {
	var wg sync.WaitGroup
	for _, n := range sizes {
		wg.Add(1)
		go func(m *meter) {
			defer wg.Done()
			m.add(n)
		}(&meters[0])
	}
	wg.Wait()
}
