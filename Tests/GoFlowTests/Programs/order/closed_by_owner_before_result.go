// answer: yes
// reason: The loop has its owner close the channel first and sets why it ended only then.

package p

import "sync"

type Subscription struct {
	owner  *Broker
	in     chan string
	closed chan struct{}
	seen   map[string]bool
	err    error
}

type Broker struct {
	mu   sync.Mutex
	subs map[string]*Subscription
}

func (b *Broker) Subscribe(topic string) *Subscription {
	s := &Subscription{owner: b, in: make(chan string), closed: make(chan struct{}), seen: map[string]bool{}}
	go s.run()
	return s
}

func (s *Subscription) run() {
	var last error
	defer func() {
		for name := range s.seen {
			delete(s.seen, name)
		}
		s.owner.drop(s)
		s.err = last // A
	}()
	for line := range s.in {
		if line == "" {
			return
		}
		s.seen[line] = true
	}
}

func (b *Broker) drop(s *Subscription) {
	b.mu.Lock()
	close(s.closed)
	delete(b.subs, "")
	b.mu.Unlock()
}

func (s *Subscription) Send(line string) error {
	in, closed := s.in, s.closed
	select {
	case in <- line:
	case <-closed:
		if s.err != nil { // B
			return s.err
		}
	}
	return nil
}
