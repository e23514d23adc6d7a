package program

var package1 = func(n int) int { return n * 2 }(21)
var recursive func(int) int

func init() {
	recursive = func(n int) int {
		if n == 0 {
			return 0
		}
		return n + recursive(n-1)
	}
}

func compose(fs ...func(int) int) func(int) int {
	return func(n int) int {
		for _, f := range fs {
			n = f(n)
		}
		return n
	}
}

func Main() {
	println(package1, recursive(4))
	println(func() int { return 1 }() + func(a, b int) int { return a * b }(2, 3))
	x, y := func() (int, string) { return 5, "five" }()
	println(x, y)
	var even, odd func(int) bool
	even = func(n int) bool { return n == 0 || odd(n-1) }
	odd = func(n int) bool { return n != 0 && even(n-1) }
	println(even(10), odd(7), even(3))
	add := func(n int) func(int) int { return func(m int) int { return n + m } }
	println(add(1)(2), compose(add(1), add(10), func(n int) int { return n * n })(2))
	func(fs ...func()) {
		for _, f := range fs {
			f()
		}
	}(func() { print("a ") }, func() { println("b") })
	type handler func(string) handler
	var h handler
	calls := ""
	h = func(s string) handler { calls += s; return h }
	h("x")("y")("z")
	println(calls)
	tbl := []struct {
		name string
		f    func(int) int
	}{{"inc", func(n int) int { return n + 1 }}, {"neg", func(n int) int { return -n }}}
	for _, e := range tbl {
		println(e.name, e.f(3))
	}
	handlers := map[string][]func(int, int) int{"op": {func(a, b int) int { return a - b }}}
	println(handlers["op"][0](5, 3))
	i := 0
	next := func() int { i++; return i }
	println([]int{next(), next(), next()}[next()-2])
	if f := func() bool { return i > 3 }; f() {
		println("yes")
	}
	for f := func() bool { i--; return i > 0 }; f(); {
		print(i, " ")
	}
	println()
}
