package program

type visitor struct {
	enter, leave func(string) bool
	log          []string
}

func (v *visitor) visit(s string) {
	if v.enter != nil && !v.enter(s) {
		return
	}
	v.log = append(v.log, s)
	if f := v.leave; f != nil {
		f(s)
	}
}

type option func(*config)
type config struct {
	name string
	size int
}

func withName(s string) option { return func(c *config) { c.name = s } }
func withSize(n int) option    { return func(c *config) { c.size += n } }
func build(opts ...option) config {
	c := config{"default", 1}
	for _, o := range opts {
		o(&c)
	}
	return c
}

func chain(fs ...func(func())) func(func()) {
	return func(last func()) {
		next := last
		for i := len(fs) - 1; i >= 0; i-- {
			f, inner := fs[i], next
			next = func() { f(inner) }
		}
		next()
	}
}

func Main() {
	v := &visitor{enter: func(s string) bool { return s != "skip" }}
	v.leave = func(s string) bool { v.log = append(v.log, "left "+s); return true }
	v.visit("a")
	v.visit("skip")
	v.enter = nil
	v.visit("skip")
	for _, s := range v.log {
		print(s, ";")
	}
	println()
	c := build(withName("n"), withSize(2), withSize(3))
	println(c.name, c.size, build().name)
	chain(
		func(next func()) { print("1 "); next(); print("4 ") },
		func(next func()) { print("2 "); next(); print("3 ") },
	)(func() { print("core ") })
	println()
	gen := func() (func() (int, bool), func()) {
		n := 0
		return func() (int, bool) { n++; return n, n <= 3 }, func() { n = 0 }
	}
	next, reset := gen()
	for n, ok := next(); ok; n, ok = next() {
		print(n, " ")
	}
	reset()
	n, ok := next()
	println(n, ok)
	var f func()
	println(f == nil)
	f = func() { f = nil }
	f()
	println(f == nil)
	curry := func(f func(int, int, int) int) func(int) func(int) func(int) int {
		return func(a int) func(int) func(int) int {
			return func(b int) func(int) int {
				return func(c int) int { return f(a, b, c) }
			}
		}
	}
	println(curry(func(a, b, c int) int { return a*100 + b*10 + c })(1)(2)(3))
	arr := [2]func() int{func() int { return 1 }, func() int { return 2 }}
	arr[0], arr[1] = arr[1], arr[0]
	println(arr[0](), arr[1]())
}
