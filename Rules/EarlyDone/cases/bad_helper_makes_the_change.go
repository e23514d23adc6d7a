package cases

import "sync"

type scan struct {
	wg    sync.WaitGroup
	found []string
}

func (s *scan) record(name string) { s.found = append(s.found, name) }

// The change is made by a method that is called after Done.
func (s *scan) start(names []string) {
	s.wg.Add(1)
	go func() {
		for _, name := range names {
			_ = name
		}
		s.wg.Done() // want "announces completion before the change of `s.found`"
		s.record("end")
	}()
}

func (s *scan) results() []string {
	s.wg.Wait()
	return s.found
}
