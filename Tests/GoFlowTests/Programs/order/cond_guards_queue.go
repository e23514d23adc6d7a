// answer: no (locked)
// reason: Wait gives the lock back and takes it again, so every use of the queue holds it.

package p

import "sync"

type mailbox struct {
	mu    sync.Mutex
	ready *sync.Cond
	mails []string
}

func NewMailbox() *mailbox {
	m := &mailbox{}
	m.ready = sync.NewCond(&m.mu)
	return m
}

func (m *mailbox) put(text string) {
	m.mu.Lock()
	m.mails = append(m.mails, text) // A
	m.mu.Unlock()
	m.ready.Signal()
}

func (m *mailbox) take() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	for len(m.mails) == 0 {
		m.ready.Wait()
	}
	text := m.mails[0]
	m.mails = m.mails[1:] // B
	return text
}

func Relay(texts []string, read func(string)) {
	m := NewMailbox()
	go func() {
		for _, t := range texts {
			m.put(t)
		}
	}()
	for range texts {
		read(m.take())
	}
}
