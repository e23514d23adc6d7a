package methods

type Conv[A, B any] interface{ Conv(A) B }
type S[K comparable] struct {
	k K
	m map[K]int
}
type conv struct{}

func (conv) Conv(s string) int { return 0 }

func (s S[K]) M[V Conv[K, W], W any](v V) W { return v.Conv(s.k) }
func (s *S[K]) N[V any](f func(K) V) []V    { var r []V; r = append(r, f(s.k)); return r }
func (s S[K]) O[T ~[]K](t T) T {
	for _, k := range t {
		s.m[k]++
	}
	return t[:0]
}
func (s S[K]) P[E any, T ~map[K]E](t T) E {
	for k, v := range t {
		_ = k
		return v
	}
	return t[s.k]
}
func (s S[K]) Q[B any](b B) (K, B) {
	x := struct {
		a K
		b B
	}{s.k, b}
	return x.a, x.b
}

type keys []string

func f(s S[string]) {
	a := s.M[conv, int](conv{})
	b := s.N(func(k string) float64 { return 1 })
	c := s.O(keys{"a"})
	d := s.O[[]string](nil)
	e := s.P(map[string]bool{})
	g, h := s.Q(1.5)
	i := s.N[int]
	j := i(nil)
	k := s.Q[rune]
	_, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, g, h, i, j, k
	p := &s
	l := p.N(func(k string) []byte { return nil })
	_ = l[0]
	type E struct{ *S[string] }
	em := E{p}
	n := em.N(func(k string) error { return nil })
	_ = n
	q := em.O[keys]
	_ = q
}

type Opt[T any] struct{ v T }

func (o Opt[T]) Map[U any](f func(T) U) Opt[U] { return Opt[U]{f(o.v)} }
func chain(o Opt[int]) {
	x := o.Map(func(i int) string { return "" }).Map(func(s string) []byte { return nil }).v
	_ = x
}
func (s *S[K]) Rec[T any](t T) { s.Rec[T](t); S[T0]{}.Q(t) }

type T0 int
