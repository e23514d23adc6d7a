package example

import "sync"

type Topics struct {
	mu     sync.Mutex
	topics map[string]map[string]int
}

// of hands out the inner map itself: the lock guards the outer one alone.
func (t *Topics) of(topic string) map[string]int {
	t.mu.Lock()
	defer t.mu.Unlock()
	seen := t.topics[topic]
	if seen == nil {
		seen = map[string]int{}
		t.topics[topic] = seen
	}
	return seen
}

// known-miss: that both mean the inner map of one topic is not known for sure.
func (t *Topics) Watch(topic string, names <-chan string) {
	go func() {
		for name := range names {
			t.of(topic)[name]++
		}
	}()
}

func (t *Topics) Count(topic, name string) int { return t.of(topic)[name] }
