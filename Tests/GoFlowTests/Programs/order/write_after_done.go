// answer: yes
// reason: Done is called before the last write, so Wait may return while the goroutine still writes the error.

package p

import (
	"errors"
	"sync"
)

type probe struct {
	url string
	err error
}

func CheckAll(urls []string) []*probe {
	var wg sync.WaitGroup
	probes := make([]*probe, len(urls))
	for i, u := range urls {
		p := &probe{url: u}
		probes[i] = p
		wg.Add(1)
		go func() {
			bad := p.url == ""
			wg.Done()
			if bad {
				p.err = errors.New("empty url") // A
			}
		}()
	}
	wg.Wait()
	var failed []*probe
	for _, p := range probes {
		if p.err != nil { // B
			failed = append(failed, p)
		}
	}
	return failed
}
