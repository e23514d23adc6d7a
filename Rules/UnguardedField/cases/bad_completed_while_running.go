package example

import "sync"

type Config struct {
	Names map[string]string
	Trace func(name string)
}

// Init fills in what is missing.
func (c *Config) Init() {
	if c.Names == nil {
		c.Names = make(map[string]string) // want "field `Config.Names` is written with no lock"
	}
	if c.Trace == nil {
		c.Trace = func(string) {} // want "field `Config.Trace` is written with no lock"
	}
}

type Service struct {
	config *Config

	mu   sync.Mutex
	last string
}

// Start begins a service, which has the configuration from then on.
func Start(c *Config) *Service {
	c.Init()
	s := &Service{config: c}
	go func() {
		c.Trace("started")
		s.answer(c.Names[""])
	}()
	return s
}

func (s *Service) answer(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last = s.config.Names[name]
	s.config.Trace(s.last)
}

// Configure completes the configuration of a running service.
func (s *Service) Configure() { s.config.Init() }

func (s *Service) Ask(name string) { go s.answer(name) }
