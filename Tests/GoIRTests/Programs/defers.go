package program

type res struct{ name string }

func (r res) close()    { println("close", r.name) }
func (r *res) release() { println("release", r.name) }

func order() {
	defer println("first deferred")
	for i := range 3 {
		defer println("loop", i)
	}
	if true {
		defer func() { println("conditional") }()
	}
	println("body")
}

func early(n int) int {
	defer println("always")
	if n == 0 {
		return 1
	}
	defer println("late")
	switch n {
	case 1:
		defer println("one")
		return 2
	}
	return 3
}

func named() (n int) {
	defer func() { n *= 2 }()
	n = 4
	return n + 1
}

func bare() (n int, s string) {
	defer func() { n++; s += "!" }()
	n, s = 1, "s"
	return
}

func unnamed() int {
	n := 1
	defer func() { n = 100 }()
	return n
}

func swap() (a, b int) {
	defer func() { a, b = b, a }()
	a = 7
	return b + 1, a
}

func evaluated() {
	x := 1
	r := res{"old"}
	p := &r
	f := func(s string) { println("f", s, x) }
	defer println("x is", x)
	defer r.close()
	defer r.release()
	defer p.close()
	defer f("arg")
	x = 2
	r.name = "new"
	f = nil
	_ = f
}

func mixed() {
	for i := range 2 {
		defer println("a", i)
		defer println("b", i)
	}
}

func builtins() {
	m := map[string]int{"a": 1, "b": 2}
	c := make(chan int, 1)
	dst := []int{0}
	func() {
		defer delete(m, "a")
		defer close(c)
		defer copy(dst, []int{5})
		println(len(m))
	}()
	_, ok := <-c
	println(len(m), ok, dst[0])
}

func nested() {
	defer func() {
		defer println("inner deferred")
		println("outer deferred")
	}()
	func() {
		defer println("literal")
	}()
	println("end")
}

func immediately() func() {
	println("enter")
	return func() { println("leave") }
}

func blankNamed() (_ int, s string) {
	defer func() { s += "?" }()
	return 3, "x"
}

func Main() {
	order()
	println(early(0), early(1), early(2))
	println(named(), unnamed())
	println(bare())
	println(swap())
	evaluated()
	mixed()
	builtins()
	nested()
	defer immediately()()
	println(blankNamed())
}
