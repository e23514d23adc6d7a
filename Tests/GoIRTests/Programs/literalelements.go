package program

type p struct{ x, y int }
type line struct{ from, to p }
type all struct {
	ps  []p
	m   map[p]*line
	arr [2]p
	f   func() int
	any any
}

func Main() {
	a := all{
		ps:  []p{{1, 2}, {y: 3}},
		m:   map[p]*line{{1, 1}: {to: p{5, 6}}, {2, 2}: {p{7, 8}, p{}}},
		arr: [2]p{1: {9, 9}},
		f:   func() int { return 4 },
		any: p{1, 2},
	}
	println(a.ps[1].y, a.m[p{1, 1}].to.x, a.m[p{2, 2}].from.y, a.arr[1].x, a.arr[0].x, a.f(), a.any == p{1, 2})
	pp := []*p{{1, 2}, {3, 4}}
	pp[0].x = 100
	println(pp[0].x, pp[1].y)
	mm := map[string]map[string][]int{"a": {"b": {1, 2}}}
	println(mm["a"]["b"][1], len(mm["x"]["y"]))
	l := line{p{1, 2}, p{3, 4}}
	l2 := l
	l2.to.y = 40
	l.from, l.to = l.to, l.from
	println(l.from.x, l.to.y, l2.to.y)
	const idx = 2
	k := []string{idx: "two", idx + 1: "three", "four"}
	println(len(k), k[2], k[4])
	iface := []any{1, "s", nil, p{}, []int{1}}
	println(iface[0] == 1, iface[2] == nil, len(iface))
	m := map[any]any{"k": 1, 2: "v"}
	println(m["k"].(int), m[2].(string))
	e := []p{}
	println(e == nil, len(e))
	n := struct{}{}
	println(n == struct{}{})
	runes := [...]rune{'a': 1, 'b': 2}
	println(len(runes), runes['b'])
}
