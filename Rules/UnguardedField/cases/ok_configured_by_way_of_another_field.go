package example

import (
	"log"
	"time"
)

// Service is told of its log before it is opened: what it is given goes into both fields.
type Service struct {
	base *log.Logger
	log  *log.Logger
}

func (s *Service) SetLog(l *log.Logger) {
	s.base = l
	s.log = s.base
}

func (s *Service) Open() { s.enable() }

func (s *Service) enable() {
	go func() {
		for {
			time.Sleep(time.Second)
			s.log.Print("turn")
		}
	}()
}
