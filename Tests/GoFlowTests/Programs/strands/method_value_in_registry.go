// answer: yes
// reason: The monitor's goroutine calls the method value that it was given, while the gathering's own goroutine writes to the same map.

package p

type Monitor struct {
	failures  chan string
	listeners map[int]func(string)
}

func NewMonitor() *Monitor {
	m := &Monitor{failures: make(chan string), listeners: map[int]func(string){}}
	go m.run()
	return m
}

func (m *Monitor) run() {
	for name := range m.failures {
		for _, listener := range m.listeners {
			listener(name)
		}
	}
}

func (m *Monitor) OnDown(listener func(string)) {
	m.listeners[len(m.listeners)] = listener
}

type gathering struct {
	answers chan string
	results map[string]bool
	done    chan struct{}
}

func Gather(m *Monitor, names []string) int {
	g := &gathering{
		answers: make(chan string), results: map[string]bool{}, done: make(chan struct{}),
	}
	m.OnDown(g.down)
	go g.aggregate()
	for _, name := range names {
		g.answers <- name
	}
	close(g.answers)
	<-g.done
	return len(names)
}

func (g *gathering) aggregate() {
	defer close(g.done)
	for name := range g.answers {
		g.results[name] = true // A
	}
}

func (g *gathering) down(name string) {
	g.results[name] = false // B
}
