package example

import "bufio"

type parser struct{ line []byte }

func (p *parser) run(s *bufio.Scanner, parse func(*parser)) {
	for s.Scan() {
		p.line = s.Bytes()
		parse(p)
	}
}
