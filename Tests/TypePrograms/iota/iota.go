package iota

const (
	a = iota
	b
	_
	c = "s"
	d
	e = iota + 0.5
	f
	g float32 = iota
	h
	i, j = iota, iota * 10
	k, l
	m = 1 << iota
	n
	o = len([16]int{})
	p
)
const (
	x0 = 'a' + iota
	x1
	x2 = 1i * iota
	x3
	x4 = 1 == 2
	x5 = "a" + "b"
	x6 = "q"
	x7 = real(x3)
	x8 = uint8(1)<<7 | 3
	x9 = ^x8
)

type W int

const (
	w0 W = iota << 2
	w1
	w2 = w1 * 2
	w3 = iota
	w4 = W(iota)
	w5
)

func z() {
	var v0, v1, v2, v3 = a, c, e, g
	var v4, v5, v6, v7 = i, k, l, m
	var v8, v9, v10 = o, p, x0
	var v11, v12, v13 = x1, x2, x4
	var v14, v15, v16 = x5, x6, x7
	var v17, v18, v19 = x8, x9, w1
	var v20, v21, v22 = w2, w3, w5
	var v23, v24, v25 = d, f, h
	var arr [o]int
	var arr2 [p]int
	var arr3 [n]string
	var arr4 [len(x5)]bool
	var arr5 [x8]bool
	var arr6 [w2]bool
	var arr7 [int(g)]bool
	var arr8 [len(arr) + cap(arr3)]bool
	var arr9 [len(&arr2)]bool
	const loc = iota
	const (
		l0 = iota * 3
		l1
		l2
	)
	var arr10 [l2]byte
	var arr11 [1 + 2*3%4]byte
	var arr12 [len("abc" + x5)]byte
	var arr13 ['c' - 'a']byte
	var arr14 [1e2]byte
	var arr15 [6.0 / 2 * 2]byte
	var arr16 [7 / 2 * 2.0]byte
	var arr17 [1 << 3.0]byte
	var arr18 [2]byte
	var arr19 [len([...]int{5: 1, 2})]byte
	var arr20 [len([3]struct{ x [7]int }{}[0].x)]byte
	const max8 = ^uint8(0)
	var arr21 [max8]byte
	const mi = -5 >> 1
	var arr22 [-mi]byte
	const tr = true && !false
	var bb = tr
	_, _, _, _, _, _, _, _, _ = arr14, arr15, arr16, arr17, arr18, arr19, arr20, arr21, arr22
	_, _, _, _, _, _ = v0, v1, v2, v3, v4, v5
	_, _, _, _, _, _ = v6, v7, v8, v9, v10, v11
	_, _, _, _, _, _ = v12, v13, v14, v15, v16, v17
	_, _, _, _, _, _, _, _ = v18, v19, v20, v21, v22, v23, v24, v25
	_, _, _, _, _, _, _, _, _, _ = arr, arr2, arr3, arr4, arr5, arr6, arr7, arr8, arr9, arr10
	_, _, _, _, _ = arr11, arr12, arr13, loc, bb
}
