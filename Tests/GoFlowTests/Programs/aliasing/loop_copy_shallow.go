// answer: yes
// reason: The loop copies the inner slice headers only, so the copied table still shares every row with the original.

package p

type table struct {
	rows [][]int
}

func (t *table) snapshot() *table {
	s := &table{rows: make([][]int, len(t.rows))}
	for i := range t.rows {
		s.rows[i] = t.rows[i]
	}
	return s
}

func (t *table) total() (n int) {
	for _, row := range t.rows {
		for _, cell := range row { // A
			n += cell
		}
	}
	return n
}

func Publish(t *table, totals chan<- int) {
	snap := t.snapshot()
	go func() { totals <- snap.total() }()
	t.rows[0][0]++ // B
}
