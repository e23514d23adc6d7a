// answer: no (distinct-elements)
// reason: The callback fills the row of its number, and each goroutine has another one.

package p

import "sync"

func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(i)
		}()
	}
	wg.Wait()
}

func Fill(cells []int, width, height int) {
	parallel(height, func(y int) {
		for x := range width {
			cells[y*width+x] = y // A B
		}
	})
}
