// race: ok_handed_back.go

package example

import "sync"

type scan struct {
	files int
	err   error
}

func Scan(walk func(func()) error) (int, error) {
	s := &scan{}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		s.err = walk(func() { s.files++ }) // want "field `scan.err` is written with no lock"
	}()
	if s.err != nil {
		return 0, s.err
	}
	wg.Wait()
	return s.files, s.err
}
