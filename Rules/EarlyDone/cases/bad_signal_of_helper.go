package cases

import "sync"

type jobs struct {
	wg   sync.WaitGroup
	done int
}

func (j *jobs) finish() { j.wg.Done() }

// The signal is given by a method.
func (j *jobs) run(work []func()) int {
	for _, f := range work {
		j.wg.Add(1)
		go func() {
			f()
			j.finish() // want "`j.finish\(\)` announces completion before the change of `j.done`"
			j.done++
		}()
	}
	j.wg.Wait()
	return j.done
}
