package program

const (
	a = iota
	b
	_
	c = iota * 10
	d
)

const (
	kb = 1 << (10 * (iota + 1))
	mb
)

const big = 1 << 100
const third = 1.0 / 3
const text = "con" + "st"
const typed int8 = 5
const letters = len(text) * 2

type weekday uint8

const (
	sunday weekday = iota + 1
	monday
)

func (w weekday) next() weekday { return w + 1 }

type celsius float64
type myInt int

func Main() {
	println(a, b, c, d, kb, mb, big>>98, text, typed, letters, sunday, monday.next())
	const local = iota + 5
	const (
		x, y = iota, iota + 10
		z, w
	)
	println(local, x, y, z, w)
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = 127
	i8++
	var u uint = 0
	u--
	println(u8, i8, u, ^0, ^uint16(0))
	var i32 int32 = -7
	println(i32/2, i32%3, i32>>1, uint32(i32)>>28, i32<<30, -i32)
	println(7&^5, 6|1, 6^3, 6&3)
	n := 3
	println(1<<n, uint8(1)<<n<<5, int64(1)<<(n*10))
	var f32 float32 = 0.1
	f := 1.5
	println(f32 == 0.1, float64(f32) == 0.1, f*2, int(f), int(-f), third*3 == 1)
	println(5/2, 5.0/2, 5/2.0, -5/2, -5%3, 'a'+1, 'a'*1.0)
	var r rune = 'é'
	println(r, string(r), len(string(r)), '\n', '\x41', '\u00e9', '\'')
	println(float64(7)/2, int64(3.0), celsius(36.6)*2, myInt(3)+4)
	var t celsius = 1
	t /= 3
	println(t)
	n += 2
	n <<= 3
	n |= 1
	n &^= 8
	n ^= 2
	n %= 7
	n -= 10
	n *= -1
	println(n)
	println(0x1F, 0b101, 0o17, 017, 1_000_000, 1e3, 0x1p4)
	q := complex(1, 2)
	q = q * q
	println(q, real(q), imag(q), q == complex(-3, 4), 2i*2i)
	println(1.0, 100000.0, 1e-7, 1e100, 0.0, 123456789.0)
	println(uint64(1<<63), -1<<63, 1<<62)
	v := 10
	v, n = v/3, v%3
	println(v, n)
	println(min(1, 2.5), max('a', 1), min(int8(3), 2))
	var any1 any = 1 << n
	var i64 int64 = 1 << n << 40
	println(any1.(int), i64)
	println(true && 1 < 2, !false, "a" < "b", "a"+"b" == "ab", 1 == 1.0)
	var bb bool = n > 0
	type flag bool
	var ff flag = n == 1
	println(bb, ff, any(ff) == any(flag(true)))
}
