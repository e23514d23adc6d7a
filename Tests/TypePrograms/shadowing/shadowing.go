package shadowing

// Shadowing of packages and fields, method names equal to types, etc.
import "strings"

type S struct {
	strings strings.Builder
	S2      *S
	int
	error
}
type x struct{ x *x }

func (x x) y(y int) x2 { return x2{} }

type x2 struct{ x }

func f(strings []string, s *S) {
	_ = strings[0]
	_ = s.strings.String()
	_ = s.int + 1
	_ = s.error.Error()
	_ = s.Error()
	_ = s.S2.int
	{
		s := s.S2
		s2 := s
		_ = s2
	}
	x := x{}
	_ = x.x.x
	_ = x.y(1).x.x
	y := x.y
	_ = y(1).y(2)
	for i := 0; i < 3; i++ {
		i := string(rune(i))
		_ = i
	}
	if s := "x"; s != "" {
		_ = s
	} else if t := s + "1"; t != "" {
		s := 1
		_, _ = s, t
	}
	_ = func(f int) int { return f }(2)
	var g func(int) int
	g = func(n int) int { return g(n - 1) }
	h := 1
	h, k := 2.0*1, h
	_, _ = h, k
	switch s := any(s).(type) {
	case *S:
		_ = s.int
	case interface{ f() }:
		s.f()
	}
	type f struct{ g f2 }
	_ = f{}.g
	type T = f
	_ = T{}.g
	const c = 1
	{
		const c = "x" + "y"
		_ = c
		d := c
		_ = d
	}
	type L struct {
		next *L
		v    []L
	}
	_ = L{}.next.v[0].next
	type M map[string]M
	_ = M{}["a"]["b"]
	type F func(F) F
	var ff F
	_ = ff(ff)(nil)
}

type f2 struct{}

func g() { _ = strings.Split("", ""); _ = strings.NewReader("").Len }

type strs = []string

func h(s strs) strs { var v = s; return v }
