package program

func Main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	b[0] = 20
	println(a[1], len(b), cap(b))
	b = append(b, 30)
	println(a[3], len(b))
	c := a[1:2:2]
	c = append(c, 99)
	println(a[2], c[1])
	println(copy(a, a[2:]), a[0], a[1], a[2], a[3], a[4])
	d := append([]int(nil), a...)
	d[0] = -1
	println(a[0], d[0])
	e := make([]int, 2, 10)
	f := append(e, 1)
	g := append(e, 2)
	println(f[2], g[2], len(e), cap(e))
	var n []int
	println(n == nil, len(n), cap(n), len(n[:0]))
	n = append(n, n...)
	println(n == nil)
	n = append(n, 1, 2, 3)
	println(len(n), n[2])
	bs := append([]byte("ab"), "cd"...)
	n2 := copy(bs, "xyz")
	println(n2, string(bs))
	arr := [4]int{1, 2, 3, 4}
	s := arr[:]
	s[1] = 22
	t := arr[1:3]
	t[1] = 33
	p := &arr
	u := p[2:]
	u[1] = 44
	println(arr[0], arr[1], arr[2], arr[3], len(u), cap(t))
	clear(s[:2])
	println(arr[0], arr[1], arr[2])
	keyed := []string{2: "c", "d", 0: "a"}
	println(len(keyed), keyed[0], keyed[1], keyed[2], keyed[3])
	nested := [][]int{{1}, {2, 3}, nil}
	nested[0] = append(nested[0], 9)
	println(len(nested[0]), nested[1][1], nested[2] == nil)
	q := [2]int(a[:2])
	q[0] = 100
	println(a[0], q[0])
	r := (*[5]int)(a)
	r[0] = 200
	println(a[0], len(r))
	for i, v := range a[:2] {
		println(i, v)
	}
}
