package example

type route struct{ path string }

type router struct{ routes []*route }

func (r *router) all() []*route { return r.routes }

func longest(r *router, least int) int {
	all := r.all()
	kept := all[:0]
	for _, route := range all {
		if len(route.path) >= least {
			kept = append(kept, route) // want "writes into the array of `router.routes`"
		}
	}
	return len(kept)
}
