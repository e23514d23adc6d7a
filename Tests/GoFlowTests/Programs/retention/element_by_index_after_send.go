// answer: yes
// reason: The element that was sent is looked up once more in the same turn, and written.

package p

type row struct {
	cells []string
	done  bool
}

func export(rows <-chan *row, out func([]string, bool)) {
	for r := range rows {
		out(r.cells, r.done) // A
	}
}

func Export(table []*row, out func([]string, bool)) {
	rows := make(chan *row, 8)
	go export(rows, out)
	for i := range table {
		rows <- table[i]
		table[i].done = true // B
	}
	close(rows)
}
