package example

import "sync"

type r struct{ out []string }

func Use(n int) []r {
	rs := make([]r, n)
	var wg sync.WaitGroup
	for i := range rs {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			rs[i].out = append(rs[i].out, "x")
		}(i)
	}
	wg.Wait()
	return rs
}
