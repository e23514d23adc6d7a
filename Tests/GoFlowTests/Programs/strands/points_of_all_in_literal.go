// answer: yes
// reason: Each goroutine goes through its part and all that come behind it.

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
			for _, p := range points[i*size:] {
				p.next()
			}
		}(i)
	}
	wg.Wait()
}
