// answer: yes
// reason: The rest goes on behind another number than the goroutine was given up to.

package p

import "sync"

func SwapAll(values []int, size, step int) {
	var wg sync.WaitGroup
	for len(values) > size {
		part := values[:size]
		wg.Go(func() {
			part[0], part[len(part)-1] = part[len(part)-1], part[0] // A B
		})
		values = values[step:]
	}
	wg.Wait()
}
