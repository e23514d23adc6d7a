// answer: yes
// reason: Value returns the cursor's own row, which the next call of Next overwrites while the sender reads it.

package p

type cursor struct {
	row  []int
	left int
}

func (c *cursor) Next() bool {
	if c.left == 0 {
		return false
	}
	c.left--
	for i := range c.row {
		c.row[i] = c.left * i // A
	}
	return true
}

func (c *cursor) Value() []int { return c.row }

func send(rows <-chan []int, put func(int)) {
	for r := range rows {
		for _, v := range r { // B
			put(v)
		}
	}
}

func Export(n int, put func(int)) {
	rows := make(chan []int, 3)
	defer close(rows)
	go send(rows, put)
	c := &cursor{row: make([]int, 8), left: n}
	for c.Next() {
		rows <- c.Value()
	}
}
