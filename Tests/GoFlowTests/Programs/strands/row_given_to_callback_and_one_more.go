// answer: yes
// reason: The callback changes the first cell of the next row, too.

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
		for x := 0; x <= width; x++ {
			cells[y*width+x] = y // A B
		}
	})
}
