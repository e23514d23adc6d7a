// answer: no (other-memory)
// reason: The constructor starts several runs, but each run makes its own worker and only that one's count is raised.

package p

type Farm struct {
	jobs chan int
	sums chan int
}

type worker struct {
	farm *Farm
	sum  int
}

func NewFarm(n int) *Farm {
	f := &Farm{jobs: make(chan int), sums: make(chan int, n)}
	for range n {
		go f.run()
	}
	return f
}

func (f *Farm) run() {
	w := worker{farm: f}
	for j := range f.jobs {
		w.take(j)
	}
	f.sums <- w.sum
}

func (w *worker) take(j int) {
	w.sum += j // A B
}

func (f *Farm) Total(jobs []int) (total int) {
	for _, j := range jobs {
		f.jobs <- j
	}
	close(f.jobs)
	for range cap(f.sums) {
		total += <-f.sums
	}
	return total
}
