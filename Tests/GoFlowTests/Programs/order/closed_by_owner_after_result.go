// answer: no (before-signal)
// reason: The loop sets why it ended and then has its owner close the channel; who waits reads it behind a receive from a copy of that channel.

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

func (b *Broker) subscribe(topic string) *Subscription {
	s := &Subscription{owner: b, in: make(chan string), closed: make(chan struct{}), seen: map[string]bool{}}
	go s.run()
	return s
}

func (s *Subscription) run() {
	var last error
	defer func() {
		s.err = last // A
		for name := range s.seen {
			delete(s.seen, name)
		}
		s.owner.drop(s)
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

func (b *Broker) Publish(topic, line string) error {
	b.mu.Lock()
	s := b.subs[topic]
	if s == nil {
		s = b.subscribe(topic)
		b.subs[topic] = s
	}
	in, closed := s.in, s.closed
	b.mu.Unlock()
	select {
	case in <- line:
	case <-closed:
		if s.err != nil { // B
			return s.err
		}
	}
	return nil
}
