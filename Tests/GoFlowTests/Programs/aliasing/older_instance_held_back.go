// answer: no (handed-over)
// reason: A window is sent only one iteration later, after its last cell was patched, and is not written again.

package p

type span struct {
	cells []int
}

func produceSpans(out chan<- *span, rounds int) {
	defer close(out)
	var prev *span
	for r := 0; r < rounds; r++ {
		cur := &span{cells: make([]int, 4)}
		for i := range cur.cells {
			cur.cells[i] = r
		}
		if prev != nil {
			prev.cells[3] = r // A
			out <- prev
		}
		prev = cur
	}
}

func ConsumeSpans(rounds int) int {
	out := make(chan *span, 2)
	go produceSpans(out, rounds)
	sum := 0
	for w := range out {
		sum += w.cells[3] // B
	}
	return sum
}
