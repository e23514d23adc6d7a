package cases

// tally has the methods of a wait group and is none.
type tally struct{ n chan int }

func (t *tally) Add(n int) { t.n <- n }
func (t *tally) Done()     { t.n <- -1 }
func (t *tally) Wait()     { <-t.n }

func counted(jobs []func()) {
	t := &tally{n: make(chan int, 10)}
	for _, job := range jobs {
		go func() {
			t.Add(1)
			defer t.Done()
			job()
		}()
	}
	t.Wait()
}
