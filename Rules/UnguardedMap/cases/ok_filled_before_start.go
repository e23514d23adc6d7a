package example

type Router struct{ routes map[string]func() }

func NewRouter(names []string) *Router {
	r := &Router{routes: map[string]func(){}}
	for _, name := range names {
		r.routes[name] = func() { println(name) }
	}
	go r.run()
	return r
}

func (r *Router) run() {
	for name, route := range r.routes {
		println(name)
		route()
	}
}

func (r *Router) Call(name string) { r.routes[name]() }
