// answer: no (handed-over)
// reason: Next puts a new row into the reader each time, so a row that was queued is not written again.

package p

type reader struct {
	row  []int
	left int
}

func (c *reader) Next() bool {
	if c.left == 0 {
		return false
	}
	c.left--
	c.row = make([]int, 8)
	for i := range c.row {
		c.row[i] = c.left * i // A
	}
	return true
}

func (c *reader) Value() []int { return c.row }

func write(rows <-chan []int, put func(int)) {
	for r := range rows {
		for _, v := range r { // B
			put(v)
		}
	}
}

func Dump(n int, put func(int)) {
	rows := make(chan []int, 3)
	defer close(rows)
	go write(rows, put)
	c := &reader{left: n}
	for c.Next() {
		rows <- c.Value()
	}
}
