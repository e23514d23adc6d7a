package example

import (
	"net"
	"sync"
)

type plugin struct {
	address string

	mu       sync.Mutex
	client   net.Conn
	manifest []string
}

func (p *plugin) isActive() bool { return p.manifest != nil }

func (p *plugin) activate() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.isActive() {
		return nil
	}
	return p.connect()
}

func (p *plugin) connect() error {
	client, err := net.Dial("unix", p.address)
	if err != nil {
		return err
	}
	p.client = client
	p.manifest = []string{p.address}
	return nil
}

// Client is for those to whom the plugin was given, active.
func (p *plugin) Client() net.Conn { return p.client }

func Load(plugins []*plugin) {
	var group sync.WaitGroup
	for _, p := range plugins {
		group.Add(1)
		go func() {
			defer group.Done()
			if p.activate() == nil {
				p.Client().Close()
			}
		}()
	}
	group.Wait()
}
