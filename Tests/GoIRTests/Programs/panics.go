package program

type failure struct{ code int }

func (f failure) Error() string { return "failure" }

func safe(f func()) (err any) {
	defer func() {
		if r := recover(); r != nil {
			err = r
		}
	}()
	f()
	return "fine"
}

func plainResult() (n int) {
	defer func() { recover() }()
	n = 5
	n = n + div(1, 0)
	return 9
}

func div(a, b int) int { return a / b }

func explicit(k int) (n int, s string) {
	defer func() {
		if r := recover(); r != nil {
			s = r.(string)
		}
	}()
	n = k
	if k > 0 {
		n++
		panic("explicit")
	}
	return -1, "none"
}

func again() (s string) {
	defer func() { s = recover().(string) }()
	defer func() {
		r := recover()
		panic(r.(string) + " again")
	}()
	panic("once")
}

func notDirect() (s string) {
	defer func() {
		if r := recover(); r != nil {
			s += "outer"
		}
	}()
	defer func() {
		func() {
			if recover() != nil {
				s += "inner"
			}
		}()
	}()
	panic(1)
}

func helper(s *string) {
	if r := recover(); r != nil {
		*s = "helped"
	}
}

func byHelper() (s string) {
	defer helper(&s)
	panic("x")
}

func byValue() (s string) {
	f := func() {
		if recover() != nil {
			s = "by value"
		}
	}
	defer f()
	panic("x")
}

func runs() {
	defer println("runs 1")
	defer func() {
		println("recovered", recover().(int))
	}()
	defer println("runs 2")
	panic(3)
}

func throughLoop() (total int) {
	for i := range 3 {
		func() {
			defer func() {
				if r := recover(); r != nil {
					total += r.(int)
				}
			}()
			if i > 0 {
				panic(i * 10)
			}
		}()
	}
	return
}

func deferredPanic() (s string) {
	defer func() { s = recover().(string) }()
	defer panic("deferred")
	return "normal"
}

func fail() { panic(failure{7}) }

func neverReturns() (code int) {
	defer func() { code = recover().(error).(failure).code }()
	fail()
	return 1
}

func unnamedResults() (int, string) {
	defer func() { recover() }()
	panic("zero")
}

func Main() {
	println(safe(func() {}).(string))
	println(safe(func() { panic("p") }).(string))
	println(safe(func() { var m map[int]int; m[1] = 1 }) != nil)
	println(safe(func() { var p *failure; p.code = 1 }) != nil)
	println(safe(func() { var i any = 1; _ = i.(string) }) != nil)
	println(safe(func() { s := []int{1}; i := 3; s[i] = 1 }) != nil)
	println(plainResult())
	println(explicit(0))
	println(explicit(1))
	println(again())
	println(notDirect())
	println(byHelper())
	println(byValue())
	runs()
	println(throughLoop(), deferredPanic(), neverReturns())
	println(unnamedResults())
	println(recover() == nil)
}
