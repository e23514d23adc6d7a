// answer: yes
// reason: Two workers call the functions that come out of the channel, so two submitted tasks may append to results at once.

package p

type workers struct {
	tasks chan func()
}

func startWorkers(n int) *workers {
	w := &workers{tasks: make(chan func())}
	for i := 0; i < n; i++ {
		go func() {
			for task := range w.tasks {
				task()
			}
		}()
	}
	return w
}

func (w *workers) submit(task func()) { w.tasks <- task }

type outcome struct {
	results []int
}

func SquareAll(values []int) *outcome {
	w := startWorkers(4)
	o := &outcome{}
	for _, v := range values {
		w.submit(func() {
			o.results = append(o.results, v*v) // A B
		})
	}
	close(w.tasks)
	return o
}
