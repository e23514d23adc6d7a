package program

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func apply(f func(int) int, n int) int { return f(n) }

type acc struct{ total int }

func (a *acc) adder() func(int)  { return func(n int) { a.total += n } }
func (a acc) frozen() func() int { return func() int { a.total++; return a.total } }

func params(a, b int) func() int {
	a++
	return func() int { b += a; return b }
}

func results() (n int, f func()) {
	f = func() { n++ }
	n = 5
	f()
	return n + 10, f
}

func Main() {
	next, reset := counter()
	println(next(), next())
	reset()
	println(next())
	x := 1
	println(apply(func(n int) int { x += n; return x }, 5), x)
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	println(fib(10))
	a := acc{}
	add := a.adder()
	add(3)
	add(4)
	fr := a.frozen()
	println(a.total, fr(), fr(), a.total)
	p := params(1, 10)
	println(p(), p())
	n, f := results()
	f()
	println(n)
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		print(f(), " ", f(), " ")
	}
	println()
	fs = nil
	for _, s := range []int{7, 8} {
		fs = append(fs, func() int { return s })
	}
	println(fs[0](), fs[1]())
	func() {
		x := x
		x++
		println("inner", x)
	}()
	println(x)
	println(func(a, b int) int { return a * b }(3, 4))
	y := 0
	outer := func() func() {
		y++
		return func() { y += 10; x = y }
	}
	outer()()
	outer()()
	println(x, y)
	for i := 0; i < 6; i++ {
		g := func() { i++ }
		g()
		print(i, " ")
	}
	println()
	var z int
	ptr := &z
	func() { *ptr = 3; z++ }()
	println(z)
	var t struct{ a [2]int }
	func() { t.a[1] = 4 }()
	t.a[0] = t.a[1] + 1
	println(t.a[0], t.a[1])
}
