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
			rs[i/2].out = append(rs[i/2].out, "x") // want "slice `r.out` is changed with no lock that both sides hold"
		}(i)
	}
	wg.Wait()
	return rs
}
