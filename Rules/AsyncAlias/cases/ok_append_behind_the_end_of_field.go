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

func (f *Feed) Collect(names <-chan string) {
	var all []string
	for name := range names {
		all = append(all, name)
		f.snapshots <- all
	}
}
