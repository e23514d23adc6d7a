package example

import "sync"

// known-noise: each goroutine appends to the slice in its own element; which element the header
// lies in is not compared.

type r struct{ out []string }

func Use(n int) []r {
	rs := make([]r, n)
	var wg sync.WaitGroup
	for i := range rs {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			rs[i].out = append(rs[i].out, "x") // want "slice `r.out` is changed with no lock that both sides hold"
		}(i)
	}
	wg.Wait()
	return rs
}
