// race: ok_filtered_into_new.go

package example

type session struct {
	id   int
	open bool
}

type manager struct{ sessions []session }

func (m *manager) alive() []session {
	alive := m.sessions[:0]
	for _, s := range m.sessions {
		if s.open {
			alive = append(alive, s) // want "writes into the array of `manager.sessions`"
		}
	}
	return alive
}
