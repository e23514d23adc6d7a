// answer: yes
// reason: The map is loaded atomically, but add then writes into the very map that lookups read.

package p

import "sync/atomic"

type aliases struct {
	table atomic.Value
}

func NewAliases() *aliases {
	a := &aliases{}
	a.table.Store(map[string]string{})
	return a
}

func (a *aliases) add(short, long string) {
	t := a.table.Load().(map[string]string)
	t[short] = long // A
	a.table.Store(t)
}

func (a *aliases) lookup(short string) string {
	return a.table.Load().(map[string]string)[short] // B
}

func Expand(a *aliases, updates <-chan [2]string, queries []string) (out []string) {
	go func() {
		for u := range updates {
			a.add(u[0], u[1])
		}
	}()
	for _, q := range queries {
		out = append(out, a.lookup(q))
	}
	return out
}
