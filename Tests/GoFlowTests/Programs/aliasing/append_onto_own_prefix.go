// answer: yes
// reason: append(s[:0], s...) copies the array onto itself, so the snapshot still shares it with the caller's slice.

package p

type point struct{ x, y float64 }

type plotter struct {
	snapshots chan []point
	area      float64
}

func NewPlotter() *plotter {
	p := &plotter{snapshots: make(chan []point, 4)}
	go func() {
		for s := range p.snapshots {
			for i := 1; i < len(s); i++ {
				p.area += s[i-1].x*s[i].y - s[i].x*s[i-1].y // A
			}
		}
	}()
	return p
}

func Move(p *plotter, shape []point, dx float64) {
	snapshot := append(shape[:0], shape...)
	p.snapshots <- snapshot
	for i := range shape {
		shape[i].x += dx // B
	}
}
