// race: ok_cloned.go

package example

type Change struct{ Added, Removed []string }

type Journal struct{ changes chan *Change }

func Open() *Journal {
	j := &Journal{changes: make(chan *Change, 8)}
	go j.run()
	return j
}

func (j *Journal) run() {
	for c := range j.changes {
		for _, name := range c.Added {
			println("+", name)
		}
		for _, name := range c.Removed {
			println("-", name)
		}
	}
}

func (j *Journal) Write(added, removed []string) {
	j.changes <- &Change{
		Added:   added, // want "`added` and `removed` are handed over without a copy"
		Removed: removed,
	}
}

func Replay(j *Journal, batches [][2]string) {
	added := make([]string, 1)
	removed := make([]string, 1)
	for _, batch := range batches {
		added[0], removed[0] = batch[0], batch[1]
		j.Write(added, removed)
	}
}
