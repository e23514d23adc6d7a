package main

import (
	"bufio"
	"io"
	"strconv"
)

// A stream writes units, and numbers their names for all of them.
type stream struct {
	out                       *bufio.Writer
	types, functions          names
	line                      []byte
	files, expressions, calls int
}

func newStream(out io.Writer) *stream { return &stream{out: bufio.NewWriterSize(out, 1<<20)} }

func (s *stream) write(u *unit) {
	types := s.define('T', &s.types, u.types.texts)
	functions := s.define('N', &s.functions, u.functions.texts)
	for _, file := range u.files {
		s.out.WriteString("F " + file.path + "\n")
		s.files++
		for _, r := range file.records {
			s.begin(r.kind, r.start)
			s.number(r.end)
			switch r.kind {
			case 'E':
				s.line = append(s.line, ' ', r.class)
				s.number(types[r.name])
				s.expressions++
			case 'C', 'I':
				s.number(functions[r.name])
				s.calls++
			default:
				s.calls++
			}
			s.end()
		}
	}
}

// define writes the names that are new and gives the number of each.
func (s *stream) define(kind byte, names *names, texts []string) []int {
	ids := make([]int, len(texts))
	for i, text := range texts {
		id, isNew := names.id(text)
		ids[i] = id
		if isNew {
			s.begin(kind, id)
			s.line = append(s.line, ' ')
			s.line = append(s.line, text...)
			s.end()
		}
	}
	return ids
}

func (s *stream) begin(kind byte, number int) {
	s.line = append(s.line[:0], kind)
	s.number(number)
}

func (s *stream) number(number int) {
	s.line = append(s.line, ' ')
	s.line = strconv.AppendInt(s.line, int64(number), 10)
}

func (s *stream) end() { s.out.Write(append(s.line, '\n')) }

func (s *stream) finish() error { return s.out.Flush() }
