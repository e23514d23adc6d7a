package names

type T struct {
	a, b int
	f    func() (x, y int)
}
type I interface{ m() }
type K int

func (K) m() {}

const (
	KA K = iota + 1
	KB
	KC = "x"
	KD
)

func multi() (a int, b string, c error) { return }
func vari(xs ...interface{}) (n int)    { return len(xs) }
func f() (r int, err error) {
	a, b, c := multi()
	_, _, _ = a, b, c
	vari(multi())
	var x, y = (&T{}).f()
	_, _ = x, y
	func() (int, error) { return 1, nil }()
	var i I = KA
	if k, ok := i.(K); ok && k == KB {
		return int(k), nil
	}
	switch i := i.(type) {
	case K:
		_ = i + 1
		switch i {
		case KA, KB:
		}
	}
	m := map[K]string{KA: "a", KB: KC}
	_ = m[KA] + KD
	m2 := map[string]map[K]*T{"x": {KA: {1, 2, nil}}}
	m2["x"][KB].a++
	m2["x"][KB].f()
	arr := [...]*T{KA: {a: 1}, {b: 2}}
	_ = arr[KA].b
	p := &arr[0].a
	*p += 2
	s := []T{{1, 2, nil}, {a: 3}}
	for i := range s {
		s := &s[i]
		s.a = i
	}
	for i, t := range s {
		t.b = i
	}
	goto end
end:
	for {
		if x > 1 {
			break end
		}
		continue end
	}
	var fn func(int) func(string) []T
	_ = fn(1)("x")[0].a
	_ = fn(1)
	defer func(a int, bs ...string) { _ = bs[0] }(1, "x")
	r, err = 1, nil
	r, z := 2, 3.0
	_ = z
	return
}
func shadow(len int, string []byte) (int []rune) {
	_ = string[len]
	for _, r := range int {
		_ = r
	}
	type byte = float64
	var b byte
	_ = b
	new := func(x float32) float32 { return x }
	_ = new(1)
	print := 1
	_ = print + 2
	return int
}

type nested struct {
	in struct {
		x []struct {
			y map[string]struct{ z *nested }
		}
		*K2
	}
	K2
}
type K2 struct{ q int }

func (k *K2) set(v int) *K2 { k.q = v; return k }
func g(n nested) {
	_ = n.in.x[0].y["a"].z.in.K2.q
	_ = n.in.q
	_ = n.q
	_ = n.set(1).set(2).q
	_ = n.in.set
	anon := struct {
		K2
		v int
	}{K2{1}, 2}
	_ = anon.set(3)
	var e interface{ set(int) *K2 } = &anon
	_ = e.set(1)
	pp := &n.in
	_ = pp.x
	_ = (*pp).K2
	fnv := n.in.K2.set
	_ = fnv(2)
}

var _ = func() int { return pkgv.in.q }()
var pkgv nested
var _, _, _ I = KA, KB, K(3)
var lazy = func() func() *T { return func() *T { return &T{} } }
var used = lazy()().a
