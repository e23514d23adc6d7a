// answer: yes
// reason: Whoever sends to the channel wakes up the worker, and goes on while that one and others do their work: nobody holds anything.

package p

type Queue struct {
	wake chan struct{}
	stop chan struct{}
	last string
}

func New() *Queue {
	q := &Queue{wake: make(chan struct{}, 1), stop: make(chan struct{})}
	go q.work()
	return q
}

func (q *Queue) work() {
	for {
		q.next()
	}
}

func (q *Queue) next() { <-q.wake }

func (q *Queue) Push(name string) {
	select {
	case q.wake <- struct{}{}:
	case <-q.stop:
		return
	}
	q.last = name // A B
}

func run(q *Queue) {
	go q.Push("a")
	go q.Push("b")
}
