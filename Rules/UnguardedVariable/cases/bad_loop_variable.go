// race: ok_loop_variable.go

//go:build go1.21

package example

import "sync"

func Ping(hosts []string, ping func(string)) {
	var wg sync.WaitGroup
	for _, host := range hosts { // want "variable `host` is written with no lock"
		wg.Add(1)
		go func() {
			defer wg.Done()
			ping(host)
		}()
	}
	wg.Wait()
}
