// answer: no (handed-over)
// reason: Each decoding takes a parser out of the pool, and its stack with it, whatever parsers callers have.

package p

import (
	"io"
	"sync"
)

var parsers = sync.Pool{New: func() any { return new(Parser) }}

type Parser struct {
	in    io.Reader
	modes []int
}

// NewParser makes one for a caller.
func NewParser(in io.Reader) *Parser { return &Parser{in: in} }

func (p *Parser) push(mode int) {
	p.modes = append(p.modes, mode) // A
}

func (p *Parser) pop() int {
	mode := p.modes[len(p.modes)-1] // B
	p.modes = p.modes[:len(p.modes)-1]
	return mode
}

// Parse reads all.
func (p *Parser) Parse() int {
	sum := 0
	var b [1]byte
	for {
		if _, err := p.in.Read(b[:]); err != nil {
			return sum
		}
		if b[0] == '(' {
			p.push(int(b[0]))
		} else {
			sum += p.pop()
		}
	}
}

// Decode parses with a parser of the pool.
func Decode(in io.Reader) int {
	p := parsers.Get().(*Parser)
	defer parsers.Put(p)
	p.in = in
	p.modes = p.modes[:0]
	return p.Parse()
}

type Client struct{ in io.Reader }

// Connect decodes what comes, in a goroutine.
func (c *Client) Connect(done chan<- int) {
	go func() { done <- Decode(c.in) }()
}
