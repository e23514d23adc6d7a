package program

var g = 1

func change() int { g = 100; return 5 }

func named() (a int, b int) {
	a, b = 1, 2
	defer func() { a += 10; b += a }()
	return b, a
}
func overwritten() (n int) {
	defer func() { n = 7 }()
	defer func() { n++ }()
	return 1
}
func conditional(b bool) (s string, err any) {
	defer func() {
		if err != nil {
			s = "failed " + s
		}
	}()
	if b {
		return "x", "e"
	}
	s = "fine"
	return s, nil
}
func pointerResult() (n int) {
	p := &n
	*p = 4
	n++
	return n * 2
}
func captured() (f func() int, n int) {
	n = 3
	f = func() int { n++; return n }
	return f, 10
}
func forwarded() (int, int) { return named() }
func loop() (n int) {
	for i := range 5 {
		if i == 3 {
			return i * n
		}
		n += i
	}
	return -1
}
func inDefer() (n int) {
	defer func() {
		defer func() { n *= 2 }()
		n += 1
	}()
	n = 1
	return n + 1
}

func Main() {
	println(named())
	println(overwritten())
	s, e := conditional(true)
	println(s, e.(string))
	s, e = conditional(false)
	println(s, e == nil)
	println(pointerResult())
	f, n := captured()
	println(f(), n)
	println(forwarded())
	println(loop(), inDefer(), change(), g)
}
