// answer: yes
// reason: prev is the window sent in the iteration before, and the producer patches its last cell after it was sent.

package p

type window struct {
	cells []int
}

func produce(out chan<- *window, rounds int) {
	defer close(out)
	var prev *window
	for r := 0; r < rounds; r++ {
		cur := &window{cells: make([]int, 4)}
		for i := range cur.cells {
			cur.cells[i] = r
		}
		out <- cur
		if prev != nil {
			prev.cells[3] = r // A
		}
		prev = cur
	}
}

func Consume(rounds int) int {
	out := make(chan *window, 2)
	go produce(out, rounds)
	sum := 0
	for w := range out {
		sum += w.cells[3] // B
	}
	return sum
}
