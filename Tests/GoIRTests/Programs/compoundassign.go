package program

type t struct {
	a [3]int
	m map[string]int
	p *t
	s string
}

func get(x *t, s string) *t { println("get", s); return x }
func idx(i int) int         { println("idx", i); return i }

func Main() {
	x := &t{m: map[string]int{}}
	x.p = x
	get(x, "a").a[idx(1)] += 5
	get(x, "b").a[idx(1)]++
	get(x, "c").m["k"] -= 2
	get(x, "d").m["k"]--
	get(get(x, "e").p, "f").s += "s"
	*(&get(x, "g").a[idx(2)]) |= 6
	println(x.a[1], x.m["k"], x.s, x.a[2])
	y := *x
	y.a[idx(0)] <<= 1
	y.a[0] += 3
	y.a[0] %= 2
	y.s += "t"
	println(y.a[0], x.a[0], y.s, x.s)
	v := 7
	v &= 3
	v ^= 1
	v <<= 4
	v >>= 1
	v &^= 16
	v *= v
	v /= 3
	println(v)
	f := 1.5
	f *= 3
	f--
	println(f)
	var b byte = 200
	b += 100
	b--
	println(b)
}
