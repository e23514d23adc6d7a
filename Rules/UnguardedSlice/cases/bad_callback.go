// race: ok_appended_by_loop_alone.go

package example

type Source struct{ listeners []func(string) }

func (s *Source) OnLine(f func(string)) { s.listeners = append(s.listeners, f) }

func (s *Source) run(lines <-chan string) {
	for line := range lines {
		for _, f := range s.listeners {
			f(line)
		}
	}
}

type History struct{ lines []string }

func Record(lines <-chan string) *History {
	h := &History{}
	s := &Source{}
	s.OnLine(func(line string) {
		h.lines = append(h.lines, line) // want "slice `History.lines` is changed with no lock"
	})
	go s.run(lines)
	return h
}

func (h *History) Last() string {
	if len(h.lines) == 0 {
		return ""
	}
	return h.lines[len(h.lines)-1]
}
