package example

type metric struct{ labels []string }

func (m *metric) label(name string) { m.labels = append(m.labels, name) }

func (m *metric) labelled(extra ...string) []string {
	return append(m.labels, extra...) // want "next append to it writes over what this one wrote"
}

func pair(m *metric) [][]string {
	in := m.labelled("in") // want "is appended to twice"
	out := m.labelled("out")
	return [][]string{in, out}
}
