package old

type Level int

type Entry struct{ Levels map[string]Level }

type Auditor struct{ entries chan Entry }

func NewAuditor() *Auditor {
	a := &Auditor{entries: make(chan Entry, 10)}
	go a.run()
	return a
}

func (a *Auditor) run() {
	for e := range a.entries {
		for name, level := range e.Levels {
			println(name, int(level))
		}
	}
}

func (a *Auditor) Note(levels map[string]Level) {
	a.entries <- Entry{Levels: levels} // want "`levels` is handed over without a copy"
}

func Raise(a *Auditor, names []string) {
	levels := map[string]Level{}
	for _, name := range names {
		levels[name]++
		a.Note(levels)
	}
}
