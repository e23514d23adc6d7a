package program

const (
	read = 1 << iota
	write
	exec
	all = read | write | exec
)

type set uint64

func (s *set) add(n uint)     { *s |= 1 << n }
func (s set) has(n uint) bool { return s&(1<<n) != 0 }
func (s *set) remove(n uint)  { *s &^= 1 << n }
func (s set) count() (n int) {
	for ; s != 0; s &= s - 1 {
		n++
	}
	return
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h ^= uint32(s[i])
		h *= 16777619
	}
	return h
}

func reverse(b byte) (r byte) {
	for range 8 {
		r = r<<1 | b&1
		b >>= 1
	}
	return
}

func Main() {
	var s set
	s.add(3)
	s.add(63)
	s.add(0)
	println(s.has(3), s.has(4), s.count(), uint64(s))
	s.remove(3)
	println(s.count())
	println(all, all&^write, read|exec, hash("hello"), reverse(0b1101))
	x := int8(-128)
	println(-x, x-1, x/-1, x>>7, uint8(x)>>7)
	var u uint16 = 1
	u <<= 15
	println(u, u<<1, ^u)
	n := uint(70)
	println(1<<n == 0, int32(-1)>>n, uint8(255)>>n)
	var big uint64 = 1<<64 - 1
	println(big, big*big, big+1, int64(big))
	a, b := 7, -2
	println(a/b, a%b, -a/b, -a%b, a&b, a|b, a^b, a&^b)
	r := rune('a')
	r -= 'a' - 'A'
	println(string(r), r)
	f := float32(16777216)
	println(f+1 == f, float64(f)+1 == float64(f))
	var i8 int8 = 100
	i8 *= 3
	println(i8)
	const huge = 1 << 62
	println(huge>>60, huge/3)
}
