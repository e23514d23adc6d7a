package example

import "sync"

type job struct {
	mu       sync.Mutex
	attempts int
	name     string
}

// reset leaves a job as it is only where it is quiet.
func (j *job) reset(all, quiet bool) {
	if quiet {
		if all {
			return
		}
	}
	j.attempts = 0 // want "attempts"
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

// Run lets a job be tried while it begins anew.
func Run(j *job) {
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		j.tried()
	}()
	j.reset(true, false)
	group.Wait()
}
