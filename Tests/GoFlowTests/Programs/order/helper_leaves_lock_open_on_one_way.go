// answer: yes
// reason: `drop` gives the lock of its callers back for the callback, and returns without it where that was the last message: `start` may run bare.

package p

import (
	"sync"
	"time"
)

type store struct {
	mu       sync.Mutex
	messages []string
	timer    *time.Timer
	dropped  func(string)
}

func (s *store) Add(message string) {
	s.mu.Lock()
	s.messages = append(s.messages, message)
	s.trim()
	if s.timer == nil {
		s.start()
	}
	s.mu.Unlock()
}

func (s *store) trim() {
	for len(s.messages) > 100 {
		s.drop()
	}
}

func (s *store) drop() {
	first := s.messages[0]
	s.messages = s.messages[1:]
	if s.dropped != nil {
		dropped := s.dropped
		s.mu.Unlock()
		dropped(first)
		if len(s.messages) == 0 {
			return
		}
		s.mu.Lock()
	}
}

func (s *store) start() {
	s.timer = time.AfterFunc(time.Second, s.expire) // A
}

func (s *store) expire() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.timer != nil { // B
		s.timer.Reset(time.Second)
	}
}
