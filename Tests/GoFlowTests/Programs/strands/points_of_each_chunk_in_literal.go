// answer: no (distinct-elements)
// reason: Each goroutine goes through a part of its own of the slice, and changes what the elements of that part lead to.

package p

import "sync"

type point struct {
	n   int
	buf []byte
}

func (p *point) next() { p.buf = append(p.buf[:0], 1) } // A B

func All(points []*point, n int) {
	var wg sync.WaitGroup
	size := len(points) / n
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for _, p := range points[i*size : (i+1)*size] {
				p.next()
			}
		}(i)
	}
	wg.Wait()
}
