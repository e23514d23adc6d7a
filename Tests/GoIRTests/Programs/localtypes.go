package program

type t struct{ n int }

func (x t) get() int { return x.n }

func outer() func() int {
	type t struct{ s string }
	v := t{"local"}
	const size = 3
	type arr [size]t
	var a arr
	a[1] = v
	return func() int {
		type pair struct{ l, r t }
		p := pair{v, a[1]}
		p.l.s += "!"
		return len(p.l.s) + len(p.r.s) + len(a)
	}
}

func Main() {
	println(outer()(), t{5}.get())
	type id int
	type table map[id][]string
	tb := table{1: {"a"}}
	tb[id(1)] = append(tb[1], "b")
	println(len(tb[1]))
	type op func(int, int) int
	ops := map[string]op{"add": func(a, b int) int { return a + b }}
	println(ops["add"](1, 2))
	type stringer interface{ get() int }
	var s stringer = t{9}
	println(s.get())
	type alias = t
	println(alias{3}.get(), alias{1} == t{1})
	type node struct {
		next *node
		v    int
	}
	n := &node{&node{nil, 2}, 1}
	println(n.next.v)
	var anon struct {
		t
		in struct{ deep []int }
	}
	anon.t.n = 4
	anon.in.deep = append(anon.in.deep, anon.get())
	println(anon.in.deep[0])
	const (
		a, b = iota * 2, iota + 10
		c, d
		_, _
		e, f
	)
	println(a, b, c, d, e, f)
	var i, j = 1, "j"
	var (
		k    float64 = 2
		l, m         = i + 1, j + "!"
	)
	println(k/4, l, m)
}
