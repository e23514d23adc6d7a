package cases

import "sync"

type batch struct {
	sync.WaitGroup
	done int
}

// The wait group is embedded, and counted and waited for through the struct.
func (b *batch) run(jobs []func()) int {
	for _, job := range jobs {
		b.Add(1)
		go func() {
			job()
			b.Done() // want "`b.Done\(\)` announces completion before the change of `b.done`"
			b.done++
		}()
	}
	b.Wait()
	return b.done
}
