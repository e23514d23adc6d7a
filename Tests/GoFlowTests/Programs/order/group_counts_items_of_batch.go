// answer: no (joined)
// reason: The group counts the jobs in the channel: each worker is done with as many as it took, one at least, when it has passed on what it found, and goes on to wait for more.

package p

import "sync"

type job struct{ id string }

type Lister struct {
	mu sync.Mutex
}

func (l *Lister) run(wg *sync.WaitGroup, in <-chan job, out chan<- error, found func(job), list func(string) []job) {
	var batch []string
	for j := range in {
		batch = append(batch[:0], j.id)
	more:
		for len(batch) < 10 {
			select {
			case next, ok := <-in:
				if !ok {
					break more
				}
				batch = append(batch, next.id)
			default:
				break more
			}
		}
		for _, id := range batch {
			for _, d := range list(id) {
				found(d)
			}
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
