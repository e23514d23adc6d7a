// answer: no (handed-over)
// reason: What was queued is replaced by a new batch before anything else is added.

package p

type batch struct {
	lines []string
}

type writer struct {
	queue chan *batch
	total int
}

func (w *writer) loop() {
	for b := range w.queue {
		w.total += len(b.lines) // B
	}
}

func (w *writer) Run(lines <-chan string) {
	go w.loop()
	b := &batch{}
	for line := range lines {
		b.lines = append(b.lines, line) // A
		if len(b.lines) == 16 {
			w.queue <- b
			b = &batch{}
		}
	}
	close(w.queue)
}
