package example

import "time"

type Sessions struct {
	last map[string]time.Time
}

func NewSessions(every time.Duration) *Sessions {
	s := &Sessions{last: map[string]time.Time{}}
	time.AfterFunc(every, s.expire)
	return s
}

func (s *Sessions) expire() {
	for name, at := range s.last {
		if time.Since(at) > time.Hour {
			delete(s.last, name)
		}
	}
}

func (s *Sessions) Touch(name string) {
	s.last[name] = time.Now() // want "map `Sessions.last` is written with no lock"
}
