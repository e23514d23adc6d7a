// answer: no (one-goroutine)
// reason: Only one worker takes tasks from the channel, so the tasks run one after the other.

package p

type lane struct {
	tasks chan func()
	idle  chan struct{}
}

func startLane() *lane {
	l := &lane{tasks: make(chan func()), idle: make(chan struct{})}
	go func() {
		defer close(l.idle)
		for task := range l.tasks {
			task()
		}
	}()
	return l
}

func (l *lane) submit(task func()) { l.tasks <- task }

func CubeAll(values []int) []int {
	l := startLane()
	var results []int
	for _, v := range values {
		l.submit(func() {
			results = append(results, v*v*v) // A B
		})
	}
	close(l.tasks)
	<-l.idle
	return results
}
