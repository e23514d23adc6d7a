package example

type Feed struct{ snapshots chan []string }

func NewFeed() *Feed {
	f := &Feed{snapshots: make(chan []string, 8)}
	go func() {
		for s := range f.snapshots {
			for _, name := range s {
				println(name)
			}
		}
	}()
	return f
}

// known-noise: what was sent reaches no further than the end to which the next append adds.
func (f *Feed) Collect(names <-chan string) {
	var all []string
	for name := range names {
		all = append(all, name)
		f.snapshots <- all // want "`all` is handed over"
	}
}
