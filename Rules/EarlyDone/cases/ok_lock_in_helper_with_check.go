package cases

import "sync"

type register struct {
	mu     sync.Mutex
	wg     sync.WaitGroup
	closed bool
	names  []string
}

// lock returns with the lock held.
func (r *register) lock() bool {
	r.mu.Lock()
	if r.closed {
		return false
	}
	return true
}

// The lock is held from before the signal until after the change.
func (r *register) add(name string) {
	r.lock()
	if name == "" {
		name = "nobody"
	}
	r.wg.Done()
	r.names = append(r.names, name)
	r.mu.Unlock()
}

func (r *register) Names() []string {
	r.wg.Add(1)
	go r.add("first")
	r.wg.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.names
}
