// answer: yes
// reason: The machine goes back to the pool before the last step, so another matcher may have it by then.

package p

import "sync"

type machine struct{ caps []int }

var machines sync.Pool

func newMachine() *machine {
	m, ok := machines.Get().(*machine)
	if !ok {
		m = new(machine)
	}
	return m
}

func freeMachine(m *machine) { machines.Put(m) }

func (m *machine) reset(n int) {
	if cap(m.caps) < n {
		m.caps = make([]int, n)
	} else {
		m.caps = m.caps[:n]
	}
	for i := range m.caps {
		m.caps[i] = -1 // A
	}
}

func (m *machine) step(at int) bool {
	copy(m.caps, []int{at}) // B
	return at > 3
}

func Match(text string, n int) int {
	m := newMachine()
	m.reset(n)
	freeMachine(m)
	for at := range text {
		if m.step(at) {
			return at
		}
	}
	return -1
}

func MatchAll(texts []string) []int {
	found := make([]int, len(texts))
	var wg sync.WaitGroup
	for i, text := range texts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			found[i] = Match(text, 8)
		}()
	}
	wg.Wait()
	return found
}

type Matcher struct{ in chan string }

func (m *Matcher) Start() { go m.run() }

func (m *Matcher) run() {
	for t := range m.in {
		Match(t, 4)
	}
}
