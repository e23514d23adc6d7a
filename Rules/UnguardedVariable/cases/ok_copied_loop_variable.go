//go:build go1.21

package example

import "sync"

func Ping(hosts []string, ping func(int, string)) {
	var wg sync.WaitGroup
	for i, host := range hosts {
		host := host
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			ping(i, host)
		}(i)
	}
	wg.Wait()
}
