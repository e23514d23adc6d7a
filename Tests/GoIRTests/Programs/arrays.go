package program

type grid [2][3]int

func change(g grid) grid {
	g[1][2] = 7
	return g
}

func (g *grid) set(i, j, v int) { g[i][j] = v }

func (g grid) sum() (n int) {
	for _, row := range g {
		for _, v := range row {
			n += v
		}
	}
	return
}

type holder struct {
	a [2]int
	p *[2]int
}

func Main() {
	var g grid
	h := g
	h[0][1] = 5
	println(g[0][1], h[0][1])
	k := change(h)
	println(h[1][2], k[1][2], k.sum())
	k.set(0, 0, 10)
	println(k.sum(), k == h, h == h)
	a := [...]int{5: 1, 2, 0: 9}
	println(len(a), a[0], a[5], a[6])
	b := [3]int{1, 2, 3}
	for i, v := range b {
		b[2] = 10
		b[i] += v
	}
	println(b[0], b[1], b[2])
	c := [3]int{1, 2, 3}
	for i, v := range &c {
		c[2] = 10
		println(i, v)
	}
	x := holder{a: [2]int{1, 2}}
	x.p = &x.a
	y := x
	y.a[0] = 50
	x.p[1] = 60
	println(x.a[0], x.a[1], y.a[0], y.a[1], y.p[1])
	i := 0
	b[i], i = 42, 1
	println(b[0], b[1], i)
	p := &b[1]
	*p++
	println(b[1])
	var z [2]struct{ n, m int }
	z[1].n, z[1].m = 3, 4
	z[0] = z[1]
	z[0].n++
	println(z[0].n, z[1].n, z[0].m)
	for i := range z {
		z[i].m = i
	}
	println(z[0].m, z[1].m, len(z), cap(z))
	var np *[4]int
	println(len(np))
	for i := range np {
		print(i, " ")
	}
	println()
	matrix := [2][2]int{{1, 2}, {3, 4}}
	row := matrix[1]
	row[0] = 9
	matrix[0], matrix[1] = matrix[1], matrix[0]
	println(matrix[0][0], matrix[1][1], row[0])
}
