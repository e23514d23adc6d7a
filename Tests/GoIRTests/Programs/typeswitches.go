package program

type a interface{ A() }
type b interface{ B() }
type both struct{ n int }

func (both) A()  {}
func (*both) B() {}

func describe(x any) (s string) {
	switch y := x.(type) {
	case a, b:
		if _, ok := y.(b); ok {
			return "a or b, also b"
		}
		return "a or b"
	case nil:
		if y == nil {
			s = "nil"
		}
	case error:
		s = y.Error()
	case []int:
		y[0]++
		s = "ints"
	case map[string]int:
		y["n"]++
		s = "map"
	case [2]int:
		y[0] = 100
		s = "array"
	case struct{ n int }:
		y.n++
		s = "struct"
	case chan int, func():
		s = "ref"
	case *int:
		*y += 5
		s = "pointer"
	case int:
		y++
		defer func() { s += "!"; y++ }()
		s = "int"
	default:
		s = "default"
	}
	return
}

func Main() {
	n := 1
	xs := []int{1}
	m := map[string]int{}
	arr := [2]int{}
	for _, v := range []any{both{}, &both{}, nil, xs, m, arr, struct{ n int }{1}, make(chan int), func() {}, &n, n, "s", 1.0, [3]int{}} {
		println(describe(v))
	}
	println(n, xs[0], m["n"], arr[0])
	switch z := any(n); w := z.(type) {
	case int:
		println(w)
	}
	switch any(xs).(type) {
	default:
		println("default")
	case string:
	}
	var e error
	switch e.(type) {
	case nil:
		println("nil error")
	}
	switch f := func() any { println("once"); return "s" }; v := f().(type) {
	case int:
	case string:
		println(v)
	}
}
