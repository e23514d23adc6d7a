// answer: no (other-memory)
// reason: Each machine holds a method value of its own, and is used by the one goroutine that was started for it.

package p

type Machine struct {
	in    chan string
	step  func(string)
	votes map[string]bool
}

func newMachine() *Machine {
	m := &Machine{in: make(chan string), votes: map[string]bool{}}
	m.step = m.follow
	return m
}

func (m *Machine) follow(name string) {
	m.votes[name] = true // A B
	m.step = m.lead
}

func (m *Machine) lead(name string) {
	delete(m.votes, name)
	m.step = m.follow
}

func (m *Machine) run() {
	for name := range m.in {
		m.step(name)
	}
}

func Start() *Machine {
	m := newMachine()
	go m.run()
	return m
}

func Restart() *Machine {
	m := newMachine()
	go m.run()
	return m
}
