package program

type guard struct{ name string }

func (g *guard) done() {
	if r := recover(); r != nil {
		println(g.name, "caught", r.(string))
	}
}

func (g guard) value() { println("value", recover() == nil) }

type closer interface{ done() }

func method(s string) (n int) {
	g := &guard{s}
	defer g.done()
	n = 4
	panic("in method")
}

func viaInterface(c closer) (n int) {
	defer c.done()
	n = 5
	panic("in interface")
}

func viaField(s struct{ f func() }) (n int) {
	defer s.f()
	n = 6
	panic("in field")
}

func viaMethodValue() (n int) {
	g := &guard{"mv"}
	f := g.done
	defer f()
	n = 7
	panic("in method value")
}

func generic[T any](x T) (n int) {
	defer handle[T]()
	n = 8
	panic("generic")
}

func handle[T any]() {
	if recover() != nil {
		println("handled")
	}
}

func Main() {
	println(method("m"))
	println(viaInterface(&guard{"i"}))
	println(viaField(struct{ f func() }{func() { println("f", recover() != nil) }}))
	println(viaMethodValue())
	println(generic(1))
	func() {
		defer guard{}.value()
	}()
}
