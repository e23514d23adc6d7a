// answer: no (joined)
// reason: The helper starts so many goroutines and receives as often, whatever the number is.

package p

import "sync"

func runAll(count int, work func()) {
	done := make(chan int)
	for i := 0; i < count; i++ {
		go func() {
			work()
			done <- i
		}()
	}
	for i := 0; i < count; i++ {
		<-done
	}
}

func Collect() int {
	var mu sync.Mutex
	var names []string
	runAll(5, func() {
		mu.Lock()
		names = append(names, "x") // A
		mu.Unlock()
	})
	total := 0
	for _, name := range names { // B
		total += len(name)
	}
	return total
}
