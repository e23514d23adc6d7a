package example

import "sync"

type job struct {
	mu       sync.Mutex
	attempts int
	name     string
}

func (j *job) reset(all bool) {
	if all {
		j.attempts = 0
	}
	j.mu.Lock()
	j.name = ""
	j.mu.Unlock()
}

func (j *job) tried() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.attempts++
	return j.attempts
}

// Run lets a job be tried while its name goes.
func Run(j *job) {
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		j.tried()
	}()
	j.reset(false)
	group.Wait()
}
