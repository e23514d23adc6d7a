// answer: yes
// reason: Where a worker leaves out what it took, it is done with nothing after it has passed on what it found, and was done with that before.

package p

import "sync"

type job struct{ id string }

type Lister struct {
	mu sync.Mutex
}

func (l *Lister) run(wg *sync.WaitGroup, in <-chan job, out chan<- error, found func(job), list func(string) []job) {
	var batch []string
	for j := range in {
		batch = batch[:0]
		if len(j.id) > 1 {
			batch = append(batch, j.id)
		} else {
			wg.Done()
		}
		for _, d := range list(j.id) {
			found(d)
		}
		for range batch {
			wg.Done()
		}
	}
	out <- nil
}

func (l *Lister) List(list func(string) []job, n int) error {
	var mu sync.Mutex
	var wg sync.WaitGroup
	in := make(chan job, 100)
	out := make(chan error, n)
	overflow := []job{}
	send := func(j job) {
		mu.Lock()
		defer mu.Unlock()
		if in == nil {
			return
		}
		wg.Add(1)
		select {
		case in <- j:
		default:
			overflow = append(overflow, j) // A
			wg.Add(-1)
		}
	}
	wg.Add(1)
	in <- job{"root"}
	for i := 0; i < n; i++ {
		go l.run(&wg, in, out, send, list)
	}
	go func() {
		wg.Wait()
		for len(overflow) > 0 { // B
			mu.Lock()
			k := len(overflow)
			if k > 50 {
				k = 50
			}
			wg.Add(k)
			for _, d := range overflow[:k] {
				in <- d
			}
			overflow = overflow[k:]
			mu.Unlock()
			wg.Wait()
		}
		mu.Lock()
		if in != nil {
			close(in)
			in = nil
		}
		mu.Unlock()
	}()
	var err error
	for i := 0; i < n; i++ {
		e := <-out
		mu.Lock()
		if e != nil && in != nil {
			err = e
			close(in)
			in = nil
		}
		mu.Unlock()
	}
	return err
}
