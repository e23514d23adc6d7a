package example

type Source struct{ listeners []func(string) }

func (s *Source) OnName(f func(string)) { s.listeners = append(s.listeners, f) }

func (s *Source) run(names []string) {
	for _, name := range names {
		for _, f := range s.listeners {
			f(name)
		}
	}
}

func Collect(names []string) int {
	seen := map[string]int{}
	s := &Source{}
	s.OnName(func(name string) {
		seen[name]++ // want "map `seen` is written with no lock"
	})
	go s.run(names)
	return len(seen)
}
