package constants

func consts() {
	const big = 1 << 100
	const f = big >> 98
	const g = 2.5 * 2
	const h = 'a' + 1.0
	var a [f]int
	_ = a
	const typed int64 = 5
	const sum = typed + 1
	var c [sum]int
	_ = c
	const neg = -7 / 2
	var d [-neg]int
	_ = d
	const mod = -7 % 3
	var e [-mod]int
	_ = e
	const sh = 1.0 << 3
	var k [sh]int
	_ = k
	const l = len("héllo")
	var m [l]int
	_ = m
	const n = uint8(255) &^ 0xf0
	var o [n]int
	_ = o
	const p = 0x1p4
	var q [p]int
	_ = q
	const r = 0b101 | 0o17 ^ 07
	var s [r]int
	_ = s
	const t = 1_000 % 7
	var u [t]int
	_ = u
	const v = '\n' + '\x01' + '\u0041'
	var w [v]int
	_ = w
	const x = len([...]string{3: ""}) * cap([2]int{})
	var y [x]int
	_ = y
	const z = true
	const cmp = 1 < 2 == z
	const cplx = 2i * 2i
	const re = -real(cplx)
	const cc = ^0
	var dd [-cc]int
	_ = dd
	const ee = +3 - -2
	var ff [ee]int
	_ = ff
	const gg = 7.0 / 2.0 * 2.0
	const ii = 9 / 2 * 2.0
	var jj [ii]int
	_ = jj
	const kk float64 = 9
	const ll = kk / 2 * 2
	const nn = 1e3 / 1e2
	var oo [nn]int
	_ = oo
	const qq = uint32(1)<<31>>30 + 1
	var rr [qq]int
	_ = rr
	const ss = 3 * 1.5 * 2
	const uu = 0.1 + 0.2 + 0.7
	x1 := h
	_ = x1
	x2 := cmp
	_ = x2
	x3 := cplx
	_ = x3
	x4 := re
	_ = x4
	x5 := kk / 3
	_ = x5
	x6 := g / 2
	_ = x6
}
