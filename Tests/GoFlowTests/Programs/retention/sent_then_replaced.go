// answer: no (handed-over)
// reason: What was sent is not appended to any more: the variable gets a new batch at once, and on the other way nothing was sent.

package p

type batch struct{ rows []int }

type sink struct{ out chan *batch }

func (s *sink) fill(n int) {
	b := new(batch)
	for i := 0; i < n; i++ {
		b.rows = append(b.rows, i) // A
		if len(b.rows) > 3 {
			s.out <- b
			b = new(batch)
		}
	}
}

func (s *sink) drain() {
	for b := range s.out {
		println(len(b.rows)) // B
	}
}

func Run() {
	s := &sink{out: make(chan *batch, 3)}
	go s.fill(10)
	s.drain()
}
