package program

type point struct{ x, y int }

type named struct {
	point
	*tag
	name string
}

type tag struct{ text string }

func (p point) add(q point) point { p.x += q.x; p.y += q.y; return p }
func (p *point) move(dx int)      { p.x += dx }
func (t *tag) upper() string      { t.text += "!"; return t.text }
func (t tag) plain() string       { return t.text }

type deep struct{ named }

func Main() {
	p := point{1, 2}
	q := p
	q.x = 10
	println(p.x, q.x, p == q, p == point{1, 2})
	p.move(5)
	println(p.x)
	n := named{point: p, tag: &tag{"t"}, name: "n"}
	n.move(1)
	n.x++
	println(n.x, n.point.x, p.x, n.text)
	println(n.upper(), n.plain(), n.tag.text)
	d := deep{n}
	d.move(100)
	d.text = "shared"
	println(d.x, n.x, n.text, d.plain())
	e := d
	e.named.point.y = 77
	e.tag = &tag{"own"}
	println(d.y, e.y, d.text, e.text)
	r := p.add(q).add(point{y: 1})
	println(r.x, r.y, p.x)
	m := map[string]point{"a": {1, 2}}
	println(m["a"].x, m["b"].y)
	mp := map[string]*point{"a": {1, 2}}
	mp["a"].x += 5
	mp["a"].move(1)
	println(mp["a"].x)
	anon := struct {
		a int
		b []int
	}{a: 1}
	anon.b = append(anon.b, 1)
	copied := anon
	copied.b[0] = 5
	copied.a = 6
	println(anon.a, anon.b[0])
	px := &n.point.x
	*px = 1000
	println(n.x, n.point.x)
	pp := &n
	pp.name, pp.point = "z", point{}
	println(n.name, n.x)
	var z struct{ point }
	z.point.x, z.y = 1, 2
	w := z
	w.x, w.y = w.y, w.x
	println(z.x, z.y, w.x, w.y)
	ps := []point{{1, 2}, {3, 4}}
	for _, v := range ps {
		v.x = 0
	}
	for i := range ps {
		ps[i].y *= 2
	}
	println(ps[0].x, ps[0].y, ps[1].y)
	f := func() point { return point{8, 9} }
	println(f().y)
}
