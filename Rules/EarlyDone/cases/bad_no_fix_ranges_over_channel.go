package cases

import "sync"

// What ends the loop comes after the wait.
func rangesOverChannel() int {
	var up, wg sync.WaitGroup
	in := make(chan int)
	total := 0
	up.Add(1)
	wg.Add(1)
	go func() {
		defer wg.Done()
		up.Done() // want "`up.Done\(\)` announces completion before the change of `total`"
		for v := range in {
			total += v
		}
	}()
	up.Wait()
	before := total
	in <- 1
	close(in)
	wg.Wait()
	return total - before
}

func each(in <-chan int, f func(int)) {
	for v := range in {
		f(v)
	}
}

// The same in a function that is called.
func rangesInCallee() int {
	in, ready, done := make(chan int), make(chan bool), make(chan bool)
	last := 0
	go func() {
		close(ready) // want "`close\(ready\)` announces completion before the change of `last`"
		each(in, func(int) {})
		last++
		done <- true
	}()
	<-ready
	before := last
	in <- 4
	close(in)
	<-done
	return last - before
}
