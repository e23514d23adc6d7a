// answer: no (joined)
// reason: the worker waits for its helper and says then that it is done; Close waits for the worker
package example

import "sync"

type Index struct {
	words   map[string]int
	running sync.WaitGroup
	stop    chan struct{}
	in      chan string
}

func New() *Index {
	x := &Index{words: map[string]int{}, stop: make(chan struct{}), in: make(chan string)}
	x.running.Add(1)
	go x.run()
	return x
}

func (x *Index) run() {
	defer x.running.Done()
	for {
		select {
		case word := <-x.in:
			x.add(word)
		case <-x.stop:
			return
		}
	}
}

func (x *Index) add(word string) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		x.words[word]++ // A
	}()
	<-done
}

func (x *Index) Close() int {
	close(x.stop)
	x.running.Wait()
	return len(x.words) // B
}
