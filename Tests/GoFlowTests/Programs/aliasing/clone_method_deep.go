// answer: no (copied)
// reason: Clone copies the struct and its map, so the goroutine reads memory of its own.

package p

import (
	"encoding/json"
	"maps"
)

type Account struct {
	Name  string
	Attrs map[string]string
}

func (p *Account) Clone() *Account {
	c := *p
	c.Attrs = maps.Clone(p.Attrs)
	return &c
}

type Publisher struct{ out chan []byte }

func (e *Publisher) Export(p *Account) {
	c := p.Clone()
	go func() {
		b, _ := json.Marshal(c) // A
		e.out <- b
	}()
}

func RenameAccount(e *Publisher, p *Account, name string) {
	e.Export(p)
	p.Attrs["previous"] = p.Name // B
	p.Name = name
}
