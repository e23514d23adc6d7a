package example

import "sync"

// Whoever changes the list makes a new one; those who have the old one keep it.
type Topics struct {
	mu    sync.Mutex
	names []string
}

func (t *Topics) Add(name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	names := make([]string, len(t.names), len(t.names)+1)
	copy(names, t.names)
	t.names = append(names, name)
}

func (t *Topics) Publish(text string, send func(topic, text string)) {
	t.mu.Lock()
	names := t.names
	t.mu.Unlock()
	go func() {
		for _, name := range names {
			send(name, text)
		}
	}()
}
