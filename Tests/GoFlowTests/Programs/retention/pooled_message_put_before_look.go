// answer: yes
// reason: The collector puts a message back and then looks at its line, which the reader may fill again by then.

package p

import "sync"

type message struct{ line []byte }

var messages = sync.Pool{New: func() any { return &message{line: make([]byte, 0, 256)} }}

func newMessage() *message { return messages.Get().(*message) }

func putMessage(m *message) {
	m.reset()
	messages.Put(m)
}

func (m *message) reset() { m.line = m.line[:0] }

type stream struct{ messages chan *message }

func (s *stream) read(lines <-chan []byte) {
	for line := range lines {
		m := newMessage()
		m.line = append(m.line, line...) // A
		s.messages <- m
	}
}

func (s *stream) collect(print func(string)) {
	for m := range s.messages {
		putMessage(m)
		print(string(m.line)) // B
	}
}

func ReadNow(lines <-chan []byte) { (&stream{messages: make(chan *message, 16)}).read(lines) }

func Run(lines <-chan []byte, print func(string)) {
	s := &stream{messages: make(chan *message, 16)}
	go s.read(lines)
	go s.collect(print)
}
