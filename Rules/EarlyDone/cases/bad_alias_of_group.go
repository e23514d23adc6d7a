package cases

import "sync"

type (
	group   = sync.WaitGroup
	tracked struct{ *group }
)

type job struct {
	tracked
	done bool
}

// The wait group is embedded twice, once by a pointer, under another name.
func runJob() bool {
	j := &job{tracked: tracked{new(group)}}
	j.Add(1)
	go func() {
		j.Done() // want "`j.Done\(\)` announces completion before the change of `j.done`"
		j.done = true
	}()
	j.Wait()
	return j.done
}
