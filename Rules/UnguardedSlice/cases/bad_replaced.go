package example

import "time"

type Resolver struct {
	lookup    func() []string
	addresses []string
}

func NewResolver(lookup func() []string) *Resolver {
	r := &Resolver{lookup: lookup, addresses: lookup()}
	go r.refresh()
	return r
}

func (r *Resolver) refresh() {
	for range time.Tick(time.Minute) {
		r.addresses = r.lookup() // want "slice `Resolver.addresses` is changed with no lock"
	}
}

func (r *Resolver) First() string {
	if len(r.addresses) == 0 {
		return ""
	}
	return r.addresses[0]
}
