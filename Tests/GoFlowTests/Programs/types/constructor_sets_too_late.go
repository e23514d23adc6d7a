// answer: yes
// reason: The constructor starts the loop first and sets the handler afterwards, while the loop may already look at it.

package p

type Subscriber struct {
	topic   string
	source  <-chan string
	handler func(string)
}

func Subscribe(topic string, source <-chan string, handler func(string)) *Subscriber {
	s := &Subscriber{topic: topic, source: source}
	go s.consume()
	if handler == nil {
		handler = func(string) {}
	}
	s.handler = handler // A
	return s
}

func (s *Subscriber) consume() {
	for msg := range s.source {
		if s.handler != nil { // B
			s.handler(s.topic + msg)
		}
	}
}
