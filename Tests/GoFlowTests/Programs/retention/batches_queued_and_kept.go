// answer: yes
// reason: A queued batch is filled further until it is full.

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
		if len(b.lines)%4 == 0 {
			w.queue <- b
		}
		if len(b.lines) == 16 {
			b = &batch{}
		}
	}
	close(w.queue)
}
