package program

func nested() (s string) {
	defer func() {
		s += " outer:" + recover().(string)
	}()
	defer func() {
		defer func() {
			s += " inner:" + recover().(string)
			panic("third")
		}()
		panic("second")
	}()
	panic("first")
}

func replaced() (s string) {
	defer func() { s = recover().(string) }()
	defer func() { panic("replaced") }()
	panic("original")
}

func recoveredThenPanics() (s string) {
	defer func() { s += recover().(string) }()
	defer func() {
		s = recover().(string) + " then "
		panic("new")
	}()
	panic("old")
}

func twice() (n int) {
	defer func() {
		if recover() == nil {
			n += 100
		}
	}()
	defer func() {
		if recover() != nil {
			n++
		}
		if recover() != nil {
			n += 1000
		}
	}()
	panic(1)
}

func inLoop() (n int) {
	for i := range 4 {
		func() {
			defer func() { recover(); n += i }()
			if i%2 == 0 {
				panic(i)
			}
		}()
	}
	return n
}

func noPanic() any {
	var r any = "unset"
	func() {
		defer func() { r = recover() }()
	}()
	return r
}

func deep(n int) {
	defer func() { println("unwind", n) }()
	if n == 0 {
		panic("deep")
	}
	deep(n - 1)
}

func valuesKept() (a, b int, s string) {
	defer func() { recover() }()
	a, s = 1, "set"
	b = a + 1
	deep(0)
	a = 100
	return
}

func Main() {
	println(nested())
	println(replaced())
	println(recoveredThenPanics())
	println(twice(), inLoop(), noPanic() == nil)
	func() {
		defer func() { println(recover().(string)) }()
		deep(2)
	}()
	println(valuesKept())
}
