// race: ok_copied_first.go

package example

type Logger struct {
	name   string
	fields []any
}

// With gives a logger with more fields.
func (l *Logger) With(key string, value any) *Logger {
	child := *l
	child.fields = append(child.fields, key, value) // want "`child.fields` is appended to and the result kept elsewhere"
	return &child
}
