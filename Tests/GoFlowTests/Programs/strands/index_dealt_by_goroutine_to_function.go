// answer: no (distinct-elements)
// reason: One goroutine puts each index into the channel once, until it is told to stop; each is received by one of the workers.

package p

import (
	"context"
	"sync"
)

func Fill(ctx context.Context, out []int) {
	idx := make(chan int, 8)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go work(idx, out, &wg)
	}
	go deal(ctx, idx, len(out))
	wg.Wait()
}

func work(idx <-chan int, out []int, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := range idx {
		out[i] = i * i // A B
	}
}

func deal(ctx context.Context, idx chan<- int, n int) {
	defer close(idx)
	for i := 0; i < n; i++ {
		select {
		case idx <- i:
		case <-ctx.Done():
			return
		}
	}
}
