package example

type manager struct{ sessions []int }

func (m *manager) sweep(dead func(int) bool) {
	alive := m.sessions[:0]
	for _, s := range m.sessions {
		if !dead(s) {
			alive = append(alive, s)
		}
	}
	m.sessions = alive
}
