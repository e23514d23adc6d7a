package example

type scanner struct {
	text       []byte
	start, end int
	token      []byte
}

func (s *scanner) scan() bool {
	s.start = s.end
	for s.end < len(s.text) && s.text[s.end] != ' ' {
		s.text[s.end] |= 0x20
		s.end++
	}
	s.token = s.text[s.start:s.end]
	s.end++
	return s.end < len(s.text)
}

func tokens(s *scanner) [][]byte {
	var tokens [][]byte
	for s.scan() {
		s.token[0] -= 0x20
		tokens = append(tokens, s.token)
	}
	return tokens
}
