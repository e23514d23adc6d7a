package options

import (
	"iter"
	"m/liba"
)

type Num interface{ ~int | ~int8 | ~float32 }
type Pt[T Num] struct{ X, Y T }

func (p Pt[T]) Add(q Pt[T]) Pt[T]                { return Pt[T]{p.X + q.X, p.Y + q.Y} }
func (p *Pt[T]) Scale(f T) *Pt[T]                { p.X *= f; p.Y *= T(2); return p }
func (p Pt[T]) Conv() (r struct{ a, b float64 }) { r.a, r.b = float64(p.X), float64(p.Y); return }
func Lerp[T Num](a, b T, t float64) T            { return a + T(float64(b-a)*t) }
func Const[T Num]() T                            { const c = 3; var x T = c; x += 1; y := c * x; return y }
func (p Pt[T]) All() iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		if !yield("x", p.X) || !yield("y", p.Y) {
			return
		}
	}
}
func keys[K comparable, V any, M ~map[K]V](m M) iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
func mapSeq[A, B any](s iter.Seq[A], f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		s(func(a A) bool { return yield(f(a)) })
	}
}
func collect[T any](s iter.Seq[T]) (r []T) {
	for v := range s {
		r = append(r, v)
	}
	return
}
func use(m map[liba.T][]string) {
	ks := collect(mapSeq(keys(m), func(t liba.T) *liba.T { return t.Self() }))
	_ = ks[0].X
	for k, v := range (Pt[int8]{1, 2}).All() {
		_, _ = k, v
	}
	p := Pt[float32]{1, 2}
	_ = p.Scale(3).Add(p).Conv().a
	_ = Lerp(1, 2, 0.5)
	_ = Lerp[float32](1, 2, 0.5)
	_ = Const[int8]()
	f := (*Pt[int]).Scale
	_ = f(nil, 1)
	g := Pt[int].Add
	_ = g
	var h func(Pt[int8]) iter.Seq2[string, int8] = Pt[int8].All
	_ = h
}

type Opts struct{ n int }
type Opt func(*Opts) error

func With[T any](v T, set func(*Opts, T)) Opt { return func(o *Opts) error { set(o, v); return nil } }
func New(opts ...Opt) (*Opts, error) {
	o := new(Opts)
	for _, opt := range opts {
		if err := opt(o); err != nil {
			return nil, err
		}
	}
	return o, nil
}
func build() {
	o, err := New(With(1, func(o *Opts, n int) { o.n = n }), With("x", func(o *Opts, s string) {}))
	_, _ = o.n, err
	x := liba.Map(liba.W, liba.T.M2)
	_ = x
	y := liba.Map(map[int]*liba.T{}, (*liba.T).Self)
	_ = y[1].X
	var _ = liba.Map[int, *liba.T, *liba.T]
	z := []func(*liba.T) *liba.T{(*liba.T).Self}
	_ = z[0](nil).X
	lbl := func() (res int) {
	retry:
		for i := 0; ; i++ {
			switch {
			case i == 1:
				continue retry
			case i > 3:
				break retry
			}
		}
		if res == 0 {
			goto out
		}
		res++
	out:
		return res
	}
	_ = lbl() + 1
}

type Either[L, R any] interface{ isEither(L, R) }
type Left[L, R any] struct{ V L }
type Right[L, R any] struct{ V R }

func (Left[L, R]) isEither(L, R)  {}
func (Right[L, R]) isEither(L, R) {}
func Fold[L, R, T any](e Either[L, R], l func(L) T, r func(R) T) (t T) {
	switch e := e.(type) {
	case Left[L, R]:
		return l(e.V)
	case Right[L, R]:
		return r(e.V)
	case *Left[L, R]:
		_ = e.V
	}
	if x, ok := e.(Left[L, R]); ok {
		_ = x.V
	}
	return
}
func ue() {
	_ = Fold[int, string](Left[int, string]{1}, func(i int) bool { return i > 0 }, func(s string) bool { return s != "" })
	_ = Fold(Left[int, string]{1}, func(i int) bool { return i > 0 }, func(s string) bool { return s != "" })
	var e Either[int, error] = Right[int, error]{}
	_ = Fold(e, func(i int) []int { return nil }, func(e error) []int { return nil })[0]
}
