package example

type Index struct{ parts chan []byte }

func Open() *Index {
	x := &Index{parts: make(chan []byte, 4)}
	go func() {
		for part := range x.parts {
			println(string(part))
		}
	}()
	return x
}

type source struct{ buf [64]byte }

func (s *source) next(text string) (part []byte, ok bool) {
	n := copy(s.buf[:], text)
	return s.buf[:n], n > 0
}

func (x *Index) Add(texts []string) {
	s := &source{}
	for _, text := range texts {
		part, ok := s.next(text)
		if ok {
			x.parts <- part // want "`part` is handed over without a copy"
		}
	}
}
