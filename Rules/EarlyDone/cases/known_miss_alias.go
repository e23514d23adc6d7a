package cases

import "sync"

type meter struct{ count int }

// known-miss: the change is made through a second name of the same object.
func throughAlias(m *meter, work func()) int {
	var wg sync.WaitGroup
	other := m
	wg.Add(1)
	go func() {
		work()
		wg.Done()
		other.count++
	}()
	wg.Wait()
	return m.count
}
