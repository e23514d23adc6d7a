package example

type encoder struct{ scratch []byte }

func (e *encoder) encode(words []string, write func([]byte)) {
	buf := e.scratch[:0]
	for _, word := range words {
		buf = append(buf, word...)
	}
	write(buf)
}
