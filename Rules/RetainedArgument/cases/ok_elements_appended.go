package example

type Log struct{ lines []string }

func (l *Log) Add(lines []string) { l.lines = append(l.lines, lines...) }
