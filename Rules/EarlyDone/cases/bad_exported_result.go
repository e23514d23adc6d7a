// race: ok_defers_in_order.go

package cases

import "sync"

// Batch is used by other packages: they call Wait and then Total.
type Batch struct {
	group sync.WaitGroup
	total int
}

// Go runs a job.
func (b *Batch) Go(job func() int) {
	b.group.Add(1)
	go func() {
		n := job()
		b.group.Done() // want "`b.group.Done\(\)` announces completion before the change of `b.total`"
		b.total += n
	}()
}

// Wait waits for all jobs.
func (b *Batch) Wait() { b.group.Wait() }

// Total is what the jobs gave together.
func (b *Batch) Total() int { return b.total }
