// answer: no (handed-over)
// reason: Each order goes to the one or the other queue, never to both.

package p

type order struct {
	id     int
	status string
}

type shop struct {
	express  chan *order
	standard chan *order
}

func Open() *shop {
	s := &shop{express: make(chan *order, 4), standard: make(chan *order, 4)}
	go s.run(s.express)
	go s.post()
	return s
}

func (s *shop) run(in <-chan *order) {
	for o := range in {
		o.status = "run" // A
	}
}

func (s *shop) post() {
	for o := range s.standard {
		o.status = "posted" // B
	}
}

func (s *shop) Place(ids []int, fast func(int) bool) {
	for _, id := range ids {
		o := &order{id: id}
		if fast(id) {
			s.express <- o
		} else {
			s.standard <- o
		}
	}
}
