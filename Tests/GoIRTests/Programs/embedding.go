package program

type base struct{ n int }

func (b *base) inc()    { b.n++ }
func (b base) get() int { return b.n }

type mid struct{ *base }
type top struct {
	mid
	extra int
}
type iface interface {
	get() int
	inc()
}
type hold struct {
	iface
	name string
}
type over struct{ base }

func (o over) get() int { return o.base.get() * 100 }

type ptrEmbed struct{ *top }

func Main() {
	t := top{mid{&base{1}}, 2}
	t.inc()
	t.base.n += 10
	u := t
	u.inc()
	println(t.get(), u.n, t.mid.base.n)
	h := hold{t, "h"}
	h.inc()
	println(h.get(), h.iface.get())
	h.iface = &over{base{5}}
	h.inc()
	println(h.get())
	var i iface = h
	i.inc()
	println(i.get())
	o := over{base{1}}
	o.inc()
	println(o.get(), o.n)
	p := ptrEmbed{&t}
	p.inc()
	p.extra, p.n = p.n, p.extra
	println(p.get(), t.extra)
	f, g := p.get, p.inc
	g()
	println(f(), p.get())
	fn := (*over).inc
	fn(&o)
	println(o.n, over.get(o), (*over).get(&o))
	fs := []func(){t.inc, h.inc, p.inc, o.inc}
	for _, f := range fs {
		f()
	}
	println(t.n, o.n)
	m := map[string]*over{"k": {}}
	m["k"].inc()
	println(m["k"].get())
	arr := [1]over{}
	arr[0].inc()
	println(arr[0].n)
	println(iface.get(h), hold.get(h))
}
