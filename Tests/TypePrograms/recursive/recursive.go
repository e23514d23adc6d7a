package recursive

type A struct{ X int }
type B struct {
	X string
	Y int
}
type C struct {
	A
	B
} // X ambiguous
type D struct {
	C
	X float64
}
type E struct {
	*D
	Z func() E
}
type F interface{ M() int }
type G struct {
	F
	A
}
type H struct {
	G
	*I
}
type I struct{ F2 }
type F2 interface {
	M() string
	N()
}
type J struct {
	H
	K
}
type K struct{ L }
type L struct{ Deep []byte }

func f(d D, e E, g G, h H, j J) {
	_ = d.X
	_ = e.X
	_ = e.Y
	_ = e.A.X
	_ = e.C.B.X
	_ = e.Z().D.X
	_ = g.M()
	_ = g.X
	h.N()
	_ = h.G.M()
	_ = h.I.M()
	_ = h.F2
	_ = j.Deep[0]
	_ = j.H.G.X
	_ = j.X
	_ = j.L.Deep
	j.N()
}

type self struct {
	*self2
	next *self
}
type self2 struct {
	self3
	v int
}
type self3 struct {
	*self
	w string
}

func r(s self) { _ = s.v; _ = s.w; _ = s.next.next.v; _ = s.self2.self3.self.next }

type alias = struct {
	A
	*B2
}
type B2 struct{ zz int }
type withAlias struct {
	alias
	q alias
}

func u(w withAlias) { _ = w.zz; _ = w.q.zz; _ = w.alias.B2.zz }

type Ptr *A

func p(x Ptr, y *Ptr) { _ = x.X; _ = (*x).X; _ = (**y).X; z := *y; _ = z.X }

type Fn func(int) Fn

func (f Fn) call() Fn { return f(1)(2) }

type Ch chan<- Ch

func c(x Ch) { x <- x }

type Sl []Sl

func (s Sl) first() Sl { return s[0][1:].first() }

type Mp map[string]Mp

func (m Mp) get() Mp { return m["a"]["b"].get() }

type In interface {
	in() In
	In2
}
type In2 interface{ in2() (In, In2) }

func i(x In) { _ = x.in().in(); a, b := x.in2(); _ = a.in(); _, _ = b.in2() }

type E1 struct{ error }
type E2 struct {
	*E1
	string
}

func e(x E2) { _ = x.Error(); _ = x.string + "a"; _ = x.E1.error }

type byteAlias = byte

func ba(b []byteAlias, r [3]rune, m map[byteAlias]error) {
	_ = b[0]
	_ = r[1]
	_ = m['a']
	_ = string(b)
	_ = append(b, "x"...)
}
func lit() {
	_ = []interface{}{1, "a", nil, 2.5, 'x'}
	_ = map[string]interface{}{"a": map[string]interface{}{"b": []int{1}}}
	_ = [...]string{"a", 3: "b"}
	_ = []*A{{1}, nil, &A{2}}
	_ = map[A]B{{1}: {"x", 1}}
	_ = [][2]A{{{1}, {2}}}
	_ = map[string][]*map[int]A{"a": {{1: {2}}}}
	_ = &[]*[]A{{{1}}}
	_ = struct {
		a []A
		b map[string]A
	}{[]A{{1}}, map[string]A{"": {2}}}
	_ = []func(){func() {}, nil}
	_ = [5]int{1, 2, 4: 5}
	_ = []struct {
		a int
		b []string
	}{{1, []string{"x"}}, {b: nil}}
	x, y := []A{{1}}, map[int]*A{1: {2}}
	_, _ = x[0].X, y[1].X
}
