// answer: yes
// reason: Each part has the first point of the next one too, so that two goroutines change that.

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

// All writes a part of the points in each of some goroutines.
func All(points []*point, n int) {
	var wg sync.WaitGroup
	size := len(points) / n
	for i := 0; i < n-1; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			from, to := i*size, (i+1)*size+1
			write(points[from:to])
		}(i)
	}
	wg.Wait()
}
