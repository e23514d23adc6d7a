package program

type counter struct{ n int }

func (c *counter) inc() int         { c.n++; return c.n }
func (c counter) get() int          { return c.n }
func (c counter) plus(a, b int) int { return c.n + a + b }

type outer struct {
	counter
	p *counter
}

type fn func(int) int

func (f fn) twice(n int) int { return f(f(n)) }

type list []int

func (l list) sum() (s int) {
	for _, v := range l {
		s += v
	}
	return
}
func (l *list) add(v ...int) { *l = append(*l, v...) }

func two() (int, int) { return 3, 4 }

func Main() {
	c := counter{1}
	get, inc := c.get, c.inc
	c.n = 10
	println(get(), inc(), c.n, c.get())
	o := outer{counter{5}, &c}
	oi, og, pi := o.inc, o.get, o.p.inc
	o.n = 7
	println(oi(), og(), o.n, pi(), c.n)
	println(c.plus(two()), counter.plus(c, 1, 2), (*counter).inc(&c))
	println(outer.get(o), (*outer).inc(&o), o.n, (*outer).get(&o))
	e := outer.get
	f := (*outer).inc
	println(e(o), f(&o), o.n)
	println(fn(func(n int) int { return n * 3 }).twice(2))
	var l list
	l.add(1, 2, 3)
	add := l.add
	add()
	add(4)
	println(l.sum(), len(l))
	p := &l
	p.add(5)
	println(p.sum(), list.sum(*p))
	fs := []func() int{c.get, c.inc, (&c).get}
	for _, f := range fs {
		print(f(), " ")
	}
	println()
	m := map[string]func() int{"inc": c.inc}
	m["inc"]()
	println(c.n)
	arr := [2]counter{}
	arr[1].inc()
	h := arr[1].inc
	h()
	println(arr[0].n, arr[1].n)
	sl := []outer{{}, {}}
	sl[0].inc()
	sl[0].counter.inc()
	println(sl[0].n, sl[1].n)
	func(c counter) { c.inc(); println(c.n) }(c)
	println(c.n)
	pp := &c
	ppp := &pp
	(*ppp).inc()
	println((*ppp).get(), (**ppp).n)
	v := pp.get
	pp = &counter{99}
	println(v(), pp.get())
}
