package program

type shape interface {
	area() int
	name() string
}
type square struct{ side int }
type rect struct{ w, h int }
type wrapper struct {
	shape
	extra int
}
type pw struct{ *square }
type namer interface{ name() string }
type num int

func (s square) area() int     { return s.side * s.side }
func (s square) name() string  { return "square" }
func (r *rect) area() int      { r.w++; return r.w * r.h }
func (r *rect) name() string   { return "rect" }
func (w wrapper) name() string { return "wrapped " + w.shape.name() }
func (n num) name() string     { return "num" }

type myErr struct{ s string }

func (e *myErr) Error() string { return e.s }

func typedNil() error {
	var e *myErr
	return e
}

func typedNil2() error {
	var e *myErr = nil
	for range 2 {
		if e != nil {
			break
		}
	}
	return e
}

func untypedNil() error { return nil }

func kind(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		_ = v
		return "integer"
	case string:
		return "string " + v
	case []int:
		v[0] = 9
		return "slice"
	case func() int:
		if v() == 3 {
			return "three"
		}
		return "func"
	case error:
		return "error " + v.Error()
	case namer:
		return v.name()
	case *int:
		*v = 5
		return "pointer"
	default:
		if _, ok := v.(float64); ok {
			return "float"
		}
		return "other"
	}
}

func Main() {
	var s shape = square{3}
	println(s.area(), s.name())
	r := rect{1, 2}
	s = &r
	println(s.area(), r.w)
	w := wrapper{s, 1}
	println(w.area(), w.name(), w.shape.name())
	var n namer = w
	println(n.name())
	s, ok := n.(shape)
	println(ok, s.area())
	_, ok = n.(interface{ missing() })
	println(ok)
	n = pw{&square{4}}
	println(n.name(), n.(shape).area())
	println(typedNil() == nil, typedNil2() == nil, untypedNil() == nil)
	x := 1
	sl := []int{1}
	for _, v := range []any{nil, 1, int8(2), "s", sl, func() int { return 3 }, &myErr{"e"}, num(1), &x, 1.5, 'r', w} {
		println(kind(v))
	}
	println(x, sl[0])
	var a, b any = 1, 1
	println(a == b, a == 1, a == int64(1), a != nil)
	a = square{1}
	println(a == square{1}, a == square{2})
	var e error = &myErr{"q"}
	if me, ok := e.(*myErr); ok {
		println(me.s)
	}
	var d any = num(3)
	_, isInt := d.(int)
	v, isNum := d.(num)
	println(isInt, v, isNum)
	f := shape.name
	g := square.area
	h := (*rect).area
	k := (*square).name
	println(f(s), g(square{5}), h(&r), k(&square{}))
	println(shape.area(square{2}), (*square).area(&square{6}), wrapper.area(w))
	m := s.name
	s = square{}
	println(m())
	switch y := any(x).(type) {
	case int:
		func() { y++ }()
		println(y, x)
	}
	switch any(x).(type) {
	case string:
		println("no")
	}
}
