// Package queue runs tasks on a fixed number of workers.
package queue

import "sync"

// WorkerPool runs submitted tasks on its workers.
type WorkerPool struct {
	size  int
	tasks chan func()
	quit  chan struct{}
	group sync.WaitGroup
}

// NewWorkerPool makes a pool of the given number of workers. It must be started.
func NewWorkerPool(size int) *WorkerPool {
	return &WorkerPool{size: size, tasks: make(chan func(), size), quit: make(chan struct{})}
}

// Start starts the workers.
func (p *WorkerPool) Start() {
	for i := 0; i < p.size; i++ {
		p.group.Add(1)
		go p.work()
	}
}

// Submit hands a task to the next free worker. It waits while all are busy.
func (p *WorkerPool) Submit(task func()) {
	select {
	case p.tasks <- task:
	case <-p.quit:
	}
}

// Stop tells the workers to end, and waits until they have.
func (p *WorkerPool) Stop() {
	close(p.quit)
	p.group.Wait()
}

func (p *WorkerPool) work() {
	defer p.group.Done()
	for {
		select {
		case task := <-p.tasks:
			task()
		case <-p.quit:
			return
		}
	}
}
