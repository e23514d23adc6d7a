// answer: no (before-start)
// reason: The goroutine is started by who made the notifier under the lock; who wakes it up does not look whether it is there.

package p

import "sync"

type reader struct {
	mu     sync.Mutex
	wakeUp *sync.Cond
	isIdle bool
}

func (r *reader) lock() {
	r.mu.Lock()
	if r.wakeUp == nil {
		r.wakeUp = sync.NewCond(&r.mu) // A
	}
}

func (r *reader) start() {
	r.lock()
	defer r.mu.Unlock()
	go r.read()
}

func (r *reader) read() {
	r.lock()
	r.isIdle = true
	r.mu.Unlock()
	r.wakeUp.Broadcast() // B
}

func (r *reader) wait() {
	r.lock()
	defer r.mu.Unlock()
	for !r.isIdle {
		r.wakeUp.Wait()
	}
}

func Run() {
	r := &reader{}
	r.start()
	r.wait()
}
