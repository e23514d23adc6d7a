package cases

import "sync"

type jobs struct{ wg sync.WaitGroup }

func (j *jobs) begin() { j.wg.Add(1) }

func (j *jobs) end() { j.wg.Done() }

// known-miss: the wait group is counted through helpers.
func (j *jobs) run(work func()) {
	go func() {
		j.begin()
		defer j.end()
		work()
	}()
	j.wg.Wait()
}
