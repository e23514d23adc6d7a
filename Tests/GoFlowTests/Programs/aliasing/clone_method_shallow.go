// answer: yes
// reason: Clone copies the struct but not its map, so the clone that the goroutine reads shares the map with the original.

package p

import "encoding/json"

type Profile struct {
	Name  string
	Attrs map[string]string
}

func (p *Profile) Clone() *Profile {
	c := *p
	return &c
}

type Exporter struct{ out chan []byte }

func (e *Exporter) Export(p *Profile) {
	c := p.Clone()
	go func() {
		b, _ := json.Marshal(c) // A
		e.out <- b
	}()
}

func Rename(e *Exporter, p *Profile, name string) {
	e.Export(p)
	p.Attrs["previous"] = p.Name // B
	p.Name = name
}
