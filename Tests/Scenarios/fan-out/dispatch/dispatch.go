// Package dispatch sends a query to several backends at once, and gathers what they answer.
package dispatch

import (
	"context"
	"fmt"
	"sync"

	"example.com/fanout/health"
)

// Backend answers queries.
type Backend interface {
	Name() string
	Search(ctx context.Context, query string) ([]string, error)
}

// Result is what came of asking one backend.
type Result struct {
	Hits []string
	Err  error
}

// Dispatcher asks backends.
type Dispatcher struct {
	monitor  *health.Monitor
	backends []Backend
}

// New makes a dispatcher of backends that the monitor watches.
func New(monitor *health.Monitor, backends ...Backend) *Dispatcher {
	return &Dispatcher{monitor: monitor, backends: append([]Backend(nil), backends...)}
}

// Fanout asks all backends. The results are by the name of the backend. What was heard of a
// backend last, its answer or that it went down, is its result.
func (d *Dispatcher) Fanout(ctx context.Context, query string) map[string]Result {
	g := newGathering(len(d.backends))
	stopListening := d.monitor.OnDown(g.backendDown)
	go g.aggregate()

	var asked sync.WaitGroup
	for _, backend := range d.backends {
		asked.Go(func() {
			hits, err := backend.Search(ctx, query)
			g.answers <- answer{backend: backend.Name(), hits: hits, err: err}
		})
	}
	asked.Wait()
	close(g.answers)
	<-g.gathered
	stopListening()
	return g.results
}

type answer struct {
	backend string
	hits    []string
	err     error
}

// gathering is the state of one query.
type gathering struct {
	answers  chan answer
	gathered chan struct{}
	results  map[string]Result
}

func newGathering(backends int) *gathering {
	return &gathering{
		answers:  make(chan answer, backends),
		gathered: make(chan struct{}),
		results:  make(map[string]Result, backends),
	}
}

// aggregate turns answers into results, until there are no more.
func (g *gathering) aggregate() {
	defer close(g.gathered)
	for a := range g.answers {
		result := Result{Hits: a.hits}
		if a.err != nil {
			result = Result{Err: fmt.Errorf("%s: %w", a.backend, a.err)}
		}
		g.results[a.backend] = result
	}
}

// backendDown replaces what a backend answered: it may be a part only.
func (g *gathering) backendDown(backend string, reason error) {
	result := Result{Err: fmt.Errorf("%s went down: %w", backend, reason)}
	g.results[backend] = result
}
