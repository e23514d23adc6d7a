package untyped

func g(int64)
func gen[T any](x T) T { return x }
func f(n uint, i int, x float64, u8 uint8) {
	var a int64 = 1 << n
	b := 1 << n
	var c = 1<<n + int32(1)
	d := uint8(1 << n)
	g(1 << n)
	e := 1<<n == 2
	h := 1<<n < u8
	var arr [10]int
	_ = arr[1<<n]
	j := 1 << n << n
	k := make([]int, 1<<n)
	l := -(1 << n)
	m := ^1 << n
	o := u8 << n
	p := u8 << 1.0
	var q interface{} = 1 << n
	r := gen(1 << n)
	s := []int16{1 << n}
	t := map[uint32]uint64{1 << n: 1 << n}
	v := struct{ x int8 }{1 << n}
	w := 'a' << n
	y := 1<<n | 1<<n
	z := u8 + 1<<n
	aa := uint16(1<<n) >> 3
	var bb, cc uint32 = 1 << n, 1 << n
	dd := x * 2
	ee := 2 * x
	ff := 1 << 3
	gg := i << u8
	hh := min(1, n, 3)
	ii := max(1.5, x, 2)
	jj := min(1, 2.5, 'a')
	kk := min("a", "b")
	ll := max(i, 3)
	type S string
	var ss S
	mm := max("a", ss)
	nn := 1 / 2.0
	oo := 'a' + 1.0
	pp := 'a' * 2i
	qq := 5 % 3
	rr := "a" + "b"
	tt := !(i < 3)
	uu := i > 1 && x < 2
	type B bool
	var vv B = i > 1 && x < 2
	ww := vv && i < 3
	xx := !vv
	c1 := make(chan int32, 1)
	c1 <- 1 << n
	func() uint64 { return 1 << n }()
	_ = func() (a uint64, b int8) { return 1 << n, 1 << n }
	switch u8 {
	case 1 << n:
	}
	i += 1 << n
	yy := x == 1<<3
	zz := complex(1, x)
	_ = complex(1, float32(2))
	_ = real(zz)
	_ = imag(complex64(zz))
	const cc2 = complex(1, 2)
	ab := cc2
	ac := real(cc2)
	_, _, _, _, _, _, _, _, _ = a, b, c, d, e, h, j, k, l
	_, _, _, _, _, _, _, _, _ = m, o, p, q, r, s, t, v, w
	_, _, _, _, _, _, _, _, _ = y, z, aa, bb, cc, dd, ee, ff, gg
	_, _, _, _, _, _, _, _, _ = hh, ii, jj, kk, ll, mm, nn, oo, pp
	_, _, _, _, _, _, _, _, _, _, _ = qq, rr, tt, uu, vv, ww, xx, yy, zz, ab, ac
}
