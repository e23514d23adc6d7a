// answer: no (distinct-elements)
// reason: Each goroutine is shown a part of its own of the slice, and changes what the elements of that part lead to.

package p

import "sync"

type point struct {
	n   int
	buf []byte
}

func (p *point) next() { p.buf = append(p.buf[:0], 1) } // A B

func write(points []*point) {
	for _, p := range points {
		p.next()
	}
}

// All writes a part of the points in each of n goroutines.
func All(points []*point, n int) {
	var wg sync.WaitGroup
	size := len(points) / n
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			from, to := i*size, (i+1)*size
			write(points[from:to])
		}(i)
	}
	wg.Wait()
}
