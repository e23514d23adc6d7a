// answer: yes
// reason: The order goes to both queues, and both workers write to it.

package p

type order struct {
	id     int
	status string
}

type shop struct {
	billing  chan *order
	shipping chan *order
}

func Open() *shop {
	s := &shop{billing: make(chan *order, 4), shipping: make(chan *order, 4)}
	go s.bill()
	go s.ship()
	return s
}

func (s *shop) bill() {
	for o := range s.billing {
		o.status = "billed" // A
	}
}

func (s *shop) ship() {
	for o := range s.shipping {
		o.status = "shipped" // B
	}
}

func (s *shop) Place(id int) {
	o := &order{id: id}
	s.billing <- o
	s.shipping <- o
}
