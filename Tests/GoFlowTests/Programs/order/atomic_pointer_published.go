// answer: no (atomic)
// reason: The new table is complete before Store publishes it, readers get it with Load, and it is never changed again.

package p

import (
	"sync/atomic"
	"time"
)

type dnsTable struct {
	hosts map[string]string
}

type resolver struct {
	table atomic.Pointer[dnsTable]
}

func (r *resolver) reload(names []string) {
	t := &dnsTable{hosts: make(map[string]string, len(names))}
	for _, n := range names {
		t.hosts[n] = n + ".local" // A
	}
	r.table.Store(t)
}

func (r *resolver) lookup(name string) string {
	return r.table.Load().hosts[name] // B
}

func Resolve(names []string, queries <-chan string, answer func(string)) {
	r := &resolver{}
	r.reload(names)
	go func() {
		for range time.Tick(time.Millisecond) {
			r.reload(names)
		}
	}()
	for q := range queries {
		answer(r.lookup(q))
	}
}
