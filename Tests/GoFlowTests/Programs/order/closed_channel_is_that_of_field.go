// answer: no (joined)
// reason: What is closed is the channel that the job has in its field, and the other side waits for it there.

package p

import "sync"

type job struct {
	complete chan struct{}
	task     string
}

type Runner struct {
	mu   sync.Mutex
	jobs map[string]*job
}

func (r *Runner) Begin(key string, attach func() string) {
	complete := make(chan struct{})
	r.mu.Lock()
	r.jobs[key] = &job{complete: complete}
	r.mu.Unlock()
	task := attach()
	r.mu.Lock()
	r.jobs[key].task = task // A
	close(complete)
	r.mu.Unlock()
}

func (r *Runner) Wait(key, task string) bool {
	r.mu.Lock()
	j := r.jobs[key]
	r.mu.Unlock()
	<-j.complete
	return j.task == task // B
}

func (r *Runner) Task(key string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.jobs[key].task
}
