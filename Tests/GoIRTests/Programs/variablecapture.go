package program

type t struct {
	a, b int
	arr  [2]int
}

func (r t) receiver() (func() int, func()) {
	return func() int { return r.a }, func() { r.a++ }
}

func param(x t, n int) (func(), func() int) {
	return func() { x.arr[1]++; n += x.arr[1] }, func() int { return n*100 + x.arr[1] }
}

func addresses() (*int, *int, *t) {
	var x t
	y := [3]t{}
	x.b = 1
	y[1].arr[0] = 2
	return &x.b, &y[1].arr[0], &y[2]
}

func Main() {
	v := t{a: 1}
	get, inc := v.receiver()
	inc()
	println(get(), v.a)
	run, read := param(v, 1)
	run()
	run()
	println(read(), v.arr[1])
	p, q, r := addresses()
	*p += 10
	*q += 20
	r.a = 30
	println(*p, *q, r.a)
	plain := t{}
	plain.arr[0], plain.a = 1, 2
	copied := plain
	f := func() { copied.arr[0] = 9 }
	f()
	println(plain.arr[0], copied.arr[0])
	x := 1
	px := &x
	y := x
	*px = 5
	println(x, y)
	func() { x, y = y, x }()
	println(x, y)
	a := [2]int{1, 2}
	s := a[:]
	b := a
	s[0] = 50
	println(a[0], b[0])
	for i := range a {
		a[i], s[1-i] = s[1-i], a[i]
	}
	println(a[0], a[1])
	z := struct{ in struct{ v int } }{}
	pz := &z.in
	w := z
	pz.v = 3
	println(z.in.v, w.in.v)
	var e t
	pe := &e.arr
	pe[0]++
	e.arr[1] = pe[0] + 1
	println(e.arr[0], e.arr[1], len(pe))
	if true {
		inner := 1
		defer func() { println("inner", inner) }()
		inner++
	}
}
