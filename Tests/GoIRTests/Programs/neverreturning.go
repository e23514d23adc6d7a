package program

func breaksOut(n int) {
loop:
	for {
		switch {
		case n > 3:
			break loop
		}
		n++
	}
}
func breaksSelect(c chan int) {
	for {
		select {
		case <-c:
			return
		}
	}
}
func jumpsOut(n int) {
	for {
		if n > 2 {
			goto out
		}
		n++
	}
out:
}
func recovers() {
	defer func() { recover() }()
	panic("never")
}
func recoversLoop() {
	defer func() { recover() }()
	for {
		panic("out of the loop")
	}
}
func recoversBefore() {
	defer func() { recover() }()
	fails()
	select {}
}
func recoversHelper() {
	defer helper()
	for {
		fails()
	}
}
func helper() { recover() }
func fails()  { panic("fails") }
func inBranch(b bool) {
	if b {
		select {}
	}
}
func literal() {
	f := func() { panic("literal") }
	if f == nil {
		f()
	}
}
func shadowed() {
	panic := func(s string) { println("shadow", s) }
	panic("no")
}

type quiet struct{}

func (quiet) Exit(int) { println("exit") }
func imported() {
	os := quiet{}
	os.Exit(1)
}
func methodValue() {
	f := quiet{}.Exit
	f(2)
}
func recursive(n int) {
	if n == 0 {
		return
	}
	recursive(n - 1)
}
func catches(f func()) (s string) {
	defer func() { s = recover().(string) }()
	f()
	return "returned"
}

func Main() {
	breaksOut(0)
	println("breaksOut")
	c := make(chan int, 1)
	c <- 1
	breaksSelect(c)
	println("breaksSelect")
	jumpsOut(0)
	println("jumpsOut")
	recovers()
	println("recovers")
	recoversLoop()
	println("recoversLoop")
	recoversBefore()
	println("recoversBefore")
	recoversHelper()
	println("recoversHelper")
	inBranch(false)
	println("inBranch")
	literal()
	println("literal")
	shadowed()
	println("shadowed")
	imported()
	methodValue()
	recursive(3)
	println("recursive")
	println(catches(fails))
}
