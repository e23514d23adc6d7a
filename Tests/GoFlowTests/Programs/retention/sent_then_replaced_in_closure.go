// answer: no (handed-over)
// reason: The closure replaces the captured batch whenever it has sent it; where it gives up nothing was sent.

package p

type batch struct{ rows []int }

type sink struct {
	out  chan *batch
	done chan bool
}

func (s *sink) fill(n int) bool {
	b := new(batch)
	send := func() bool {
		select {
		case s.out <- b:
		case <-s.done:
			return false
		}
		b = new(batch)
		return true
	}
	for i := 0; i < n; i++ {
		b.rows = append(b.rows, i) // A
		if len(b.rows) > 3 && !send() {
			return false
		}
	}
	return send()
}

func (s *sink) drain() {
	for b := range s.out {
		println(len(b.rows)) // B
	}
}

func Run() {
	s := &sink{out: make(chan *batch, 3), done: make(chan bool)}
	go s.fill(10)
	s.drain()
}
