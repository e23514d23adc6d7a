// race: ok_owned_by_loop.go

package example

import "sync"

type state struct {
	sync.Mutex
	running bool
}

type Process struct {
	*state
	name string
}

func Start(name string, wait func()) *Process {
	p := &Process{state: &state{running: true}, name: name}
	go func() {
		wait()
		p.Lock()
		p.running = false // want "only `Start` holds `state.Mutex`"
		p.Unlock()
	}()
	return p
}

func (p *Process) String() string {
	if !p.running {
		return p.name + ": gone"
	}
	return p.name
}
