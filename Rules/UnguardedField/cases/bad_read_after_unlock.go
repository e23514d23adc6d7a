// race: ok_joined_by_channel.go

package example

import (
	"sync"
	"time"
)

type Job struct {
	mu      sync.Mutex
	state   string
	changed time.Time
}

func Start(work func()) *Job {
	j := &Job{state: "running"}
	go func() {
		work()
		j.mu.Lock()
		defer j.mu.Unlock()
		j.state = "done"
		j.changed = time.Now() // want "field `Job.changed` is written with no lock"
	}()
	return j
}

func (j *Job) Describe() string {
	j.mu.Lock()
	state := j.state
	j.mu.Unlock()
	return state + " since " + j.changed.String()
}
