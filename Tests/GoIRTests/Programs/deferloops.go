package program

type lock struct {
	name string
	held int
}

func (l *lock) lock() *lock { l.held++; println("lock", l.name); return l }
func (l *lock) unlock()     { l.held--; println("unlock", l.name) }

func sequence(ls []*lock, stop int) (held int) {
	for i, l := range ls {
		if i == stop {
			return ls[0].held
		}
		defer l.lock().unlock()
	}
	return -1
}

func branches(a, b bool) {
	defer println("always")
	if a {
		defer println("a")
		if b {
			defer println("ab")
			return
		}
	} else if b {
		defer println("b")
	}
	switch {
	case a:
		defer println("switch a")
		fallthrough
	case b:
		defer println("switch b")
	default:
		defer println("default")
	}
}

func loopReturn(n int) int {
	for i := 0; ; i++ {
		defer println("i", i)
		if i == n {
			defer func() { println("last") }()
			return i
		}
	}
}

func scoped() {
	for i := range 2 {
		func() {
			defer println("scoped", i)
			println("in", i)
		}()
	}
}

func viaGoto() {
	n := 0
retry:
	defer println("try", n)
	n++
	if n < 3 {
		goto retry
	}
	defer println("succeeded")
}

func mixedOrder(k int) {
	if k > 0 {
		defer println("first")
	}
	for range k {
		defer println("loop a")
		defer println("loop b")
	}
	defer println("end")
}

func Main() {
	a, b := &lock{name: "a"}, &lock{name: "b"}
	println(sequence([]*lock{a, b, a}, 2))
	println(a.held, b.held)
	println(sequence(nil, 0))
	branches(true, true)
	branches(true, false)
	branches(false, true)
	branches(false, false)
	println(loopReturn(2))
	scoped()
	viaGoto()
	mixedOrder(0)
	mixedOrder(2)
}
