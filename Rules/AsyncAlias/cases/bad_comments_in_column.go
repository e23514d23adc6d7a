package example

type Tagging struct {
	Thread string
	Add    []string
	Remove []string
}

type Recorder struct{ events chan *Tagging }

func NewRecorder() *Recorder {
	r := &Recorder{events: make(chan *Tagging, 16)}
	go func() {
		for e := range r.events {
			println(e.Thread, "+", e.Add[0], "-", e.Remove[0])
		}
	}()
	return r
}

func (r *Recorder) Tag(thread string, add, remove []string) {
	r.events <- &Tagging{
		Thread: thread, // Whose tags they are.
		Add:    add,    // want "`add` and `remove` are handed over without a copy"
		Remove: remove, // Those that go.

		// Nothing else counts.
	}
}

func TagAll(r *Recorder, threads []string) {
	add := make([]string, 1)
	remove := make([]string, 1)
	for _, thread := range threads {
		add[0], remove[0] = "new "+thread, "old "+thread
		r.Tag(thread, add, remove)
	}
}
