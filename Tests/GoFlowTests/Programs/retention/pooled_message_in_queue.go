// answer: no (handed-over)
// reason: Only the taker of a message puts it back, and it has left the queue by then.

package p

import "sync"

type message struct{ line []byte }

var messages = sync.Pool{New: func() any { return new(message) }}

func newMessage() *message { return messages.Get().(*message) }

func putMessage(m *message) {
	m.reset()
	messages.Put(m)
}

func (m *message) reset() { m.line = m.line[:0] } // A

type queue struct {
	mu    sync.Mutex
	size  int
	items []*message
	wait  *sync.Cond
}

func newQueue() *queue {
	q := &queue{}
	q.wait = sync.NewCond(&q.mu)
	return q
}

func (q *queue) add(m *message) {
	q.mu.Lock()
	size := len(m.line)
	q.items = append(q.items, m)
	q.size += size
	q.wait.Signal()
	q.mu.Unlock()
}

func (q *queue) take() *message {
	q.mu.Lock()
	for len(q.items) == 0 {
		q.wait.Wait()
	}
	m := q.items[0]
	q.items = q.items[1:]
	q.size -= len(m.line) // B
	q.mu.Unlock()
	return m
}

type Logger struct{ buffer *queue }

func NewLogger(write func(string)) *Logger {
	l := &Logger{buffer: newQueue()}
	go l.run(write)
	return l
}

func (l *Logger) Log(line string) {
	m := newMessage()
	m.line = append(m.line, line...)
	l.buffer.add(m)
}

func (l *Logger) run(write func(string)) {
	for {
		m := l.buffer.take()
		write(string(m.line))
		putMessage(m)
	}
}
