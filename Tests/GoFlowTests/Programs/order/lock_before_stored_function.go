// answer: yes
// reason: The keeper gives the lock back before it calls the function.

package p

import "sync"

type keeper struct {
	mu     *sync.Mutex
	forget func(string)
	names  chan string
}

func (k *keeper) run() {
	for name := range k.names {
		k.mu.Lock()
		k.mu.Unlock()
		k.forget(name)
	}
}

type table struct {
	mu   sync.Mutex
	seen map[string]int
}

func (t *table) enable(names chan string) {
	k := &keeper{mu: &t.mu, names: names}
	k.forget = func(name string) {
		delete(t.seen, name) // A
	}
	go k.run()
}

func (t *table) count(name string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.seen[name] // B
}

func Count(names chan string) int {
	t := &table{seen: map[string]int{}}
	t.enable(names)
	return t.count("a")
}
