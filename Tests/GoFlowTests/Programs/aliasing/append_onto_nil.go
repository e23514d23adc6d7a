// answer: no (copied)
// reason: append([]vertex(nil), shape...) copies the vertices into a new array before they are sent.

package p

type vertex struct{ x, y float64 }

type surveyor struct {
	snapshots chan []vertex
	area      float64
}

func NewSurveyor() *surveyor {
	p := &surveyor{snapshots: make(chan []vertex, 4)}
	go func() {
		for s := range p.snapshots {
			for i := 1; i < len(s); i++ {
				p.area += s[i-1].x*s[i].y - s[i].x*s[i-1].y // A
			}
		}
	}()
	return p
}

func Shift(p *surveyor, shape []vertex, dx float64) {
	snapshot := append([]vertex(nil), shape...)
	p.snapshots <- snapshot
	for i := range shape {
		shape[i].x += dx // B
	}
}
