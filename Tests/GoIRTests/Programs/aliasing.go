package program

type buf struct {
	data []int
	pos  [2]int
	sub  *buf
}

func fill(b buf) buf {
	b.data[0] = 1
	b.data = append(b.data, 2)
	b.pos[0] = 3
	return b
}

func Main() {
	a := buf{data: make([]int, 1, 4)}
	b := fill(a)
	println(a.data[0], len(a.data), len(b.data), a.pos[0], b.pos[0])
	c := append(a.data, 50)
	println(b.data[1], c[1])
	a.sub = &b
	d := a
	d.sub.pos[1] = 8
	println(b.pos[1], a.sub == d.sub)
	m := map[string]buf{"k": a}
	v := m["k"]
	v.pos[0] = 100
	v.data[0] = 77
	println(m["k"].pos[0], m["k"].data[0])
	m["k"] = v
	println(m["k"].pos[0])
	arr := [2]*buf{&a, &a}
	arr[0].pos[1] = 5
	println(arr[1].pos[1])
	x := [][]int{{1}, {2}}
	y := append([][]int{}, x...)
	y[0][0] = 9
	y[1] = []int{8}
	println(x[0][0], x[1][0])
	i := any(a)
	a.pos[0] = 55
	println(i.(buf).pos[0])
	ch := make(chan buf, 1)
	ch <- a
	a.pos[0] = 66
	println((<-ch).pos[0])
	f := func(b [2]int) [2]int { b[0] = -1; return b }
	g := f(a.pos)
	println(a.pos[0], g[0])
	s1 := []int{1, 2, 3, 4}
	s2 := s1[:2]
	s3 := append(s2, 9)
	s4 := append(s2[:1:1], 7)
	println(s1[2], s1[1], s3[2], s4[1])
	copy(s1[1:], s1)
	println(s1[0], s1[1], s1[2], s1[3])
	swap := func(p, q *int) { *p, *q = *q, *p }
	swap(&s1[0], &s1[3])
	println(s1[0], s1[3])
}
