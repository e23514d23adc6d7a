package program

type r struct{ n int }

func (x r) show()         { println("show", x.n) }
func (x *r) point()       { println("point", x.n) }
func arg(s string) string { println("arg", s); return s }
func fn(s string) func(...string) {
	println("fn", s)
	return func(xs ...string) { println("run", s, len(xs)) }
}

type shower interface{ show() }

func Main() {
	x := r{1}
	defer x.show()
	defer x.point()
	f := x.show
	defer f()
	var s shower = x
	defer s.show()
	x.n = 2
	s = r{9}
	defer fn(arg("a"))(arg("b"), arg("c"))
	defer func(n int) { println("literal", n, x.n) }(x.n)
	x.n = 3
	xs := []int{1, 2}
	defer println("elements", xs[0], len(xs))
	xs[0], xs = 50, nil
	for i := 0; i < 2; i++ {
		defer func() { println("loop", i) }()
		defer func(i int) { println("copy", i) }(i * 10)
	}
	m := map[string]func(){"k": func() { println("from map") }}
	defer m["k"]()
	m["k"] = nil
	p := &x
	defer p.show()
	defer p.point()
	p = &r{77}
	x.n = 4
	defer (func() { println("parenthesized") })()
	println("body ends")
}
