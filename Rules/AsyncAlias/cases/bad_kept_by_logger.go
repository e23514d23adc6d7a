// race: ok_map_cloned.go

package example

type Entry struct{ Fields map[string]string }

type Logger struct{ entries chan *Entry }

func NewLogger() *Logger {
	l := &Logger{entries: make(chan *Entry, 10)}
	go func() {
		for e := range l.entries {
			for key, value := range e.Fields {
				println(key, value)
			}
		}
	}()
	return l
}

func (l *Logger) Log(fields map[string]string) {
	l.entries <- &Entry{Fields: fields} // want "`fields` is handed over without a copy: a goroutine reads it while `Serve` writes to the same map"
}

func Serve(l *Logger, paths []string) {
	fields := map[string]string{"server": "a"}
	for _, path := range paths {
		fields["path"] = path
		l.Log(fields)
	}
}
