package example

type manager struct{ sessions []int }

func (m *manager) alive(dead func(int) bool) []int {
	alive := m.sessions[:0]
	for _, s := range m.sessions {
		if !dead(s) {
			alive = append(alive, s)
		}
	}
	return alive
}

func (m *manager) sweep(dead func(int) bool) { m.sessions = m.alive(dead) }
