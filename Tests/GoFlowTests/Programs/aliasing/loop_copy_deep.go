// answer: no (copied)
// reason: The loop copies each row element by element, so the snapshot shares no array with the grid.

package p

type grid struct {
	rows [][]int
}

func (t *grid) snapshot() *grid {
	s := &grid{rows: make([][]int, len(t.rows))}
	for i, row := range t.rows {
		s.rows[i] = make([]int, len(row))
		for j, cell := range row {
			s.rows[i][j] = cell
		}
	}
	return s
}

func (t *grid) total() (n int) {
	for _, row := range t.rows {
		for _, cell := range row { // A
			n += cell
		}
	}
	return n
}

func PublishGrid(t *grid, totals chan<- int) {
	snap := t.snapshot()
	go func() { totals <- snap.total() }()
	t.rows[0][0]++ // B
}
