package containers

import "cmp"

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(vs ...T) Set[T] {
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(v T) (ok bool)    { _, ok = s[v]; return }
func Of[T comparable](vs ...T) Set[T] { return make(Set[T]).Add(vs...) }

type Node[K cmp.Ordered, V any] struct {
	key  K
	val  V
	kids [2]*Node[K, V]
}

func (n *Node[K, V]) find(k K) **Node[K, V] {
	p := &n
	for *p != nil && (*p).key != k {
		i := 0
		if (*p).key < k {
			i = 1
		}
		p = &(*p).kids[i]
	}
	return p
}

type Map[K cmp.Ordered, V any] struct {
	root *Node[K, V]
	Set[K]
}

func (m *Map[K, V]) Get(k K) (v V, ok bool) {
	if n := *m.root.find(k); n != nil {
		return n.val, true
	}
	return
}
func (m *Map[K, V]) Range(f func(K, V) bool) { f(m.root.key, m.root.val) }

type Chain[T any] struct{ fs []func(T) T }

func (c *Chain[T]) Then(f func(T) T) *Chain[T] { c.fs = append(c.fs, f); return c }
func (c Chain[T]) Run(t T) T {
	for _, f := range c.fs {
		t = f(t)
	}
	return t
}

type Event[T any] interface {
	Payload() T
	ID() string
}
type Bus[T any, E Event[T]] struct {
	subs map[string][]func(E)
	last E
}

func (b *Bus[T, E]) Pub(e E) T {
	for _, s := range b.subs[e.ID()] {
		s(e)
	}
	b.last = e
	return e.Payload()
}

type ev struct{}

func (ev) Payload() []byte { return nil }
func (*ev) ID() string     { return "" }

type Int interface{ ~int | ~int32 | ~int64 }

func Sum[S ~[]N, N Int](s S) (t N) {
	for _, n := range s {
		t += n
	}
	return
}
func Map2[F, T any, S ~[]F](s S, f func(F) T) []T {
	r := make([]T, 0, len(s))
	for _, x := range s {
		r = append(r, f(x))
	}
	return r
}
func Filter[S ~[]E, E any](s S, p func(E) bool) S {
	var r S
	for _, e := range s {
		if p(e) {
			r = append(r, e)
		}
	}
	return r
}
func Group[K comparable, V any](vs []V, k func(V) K) map[K][]V {
	m := map[K][]V{}
	for _, v := range vs {
		m[k(v)] = append(m[k(v)], v)
	}
	return m
}
func Reduce[A, E any](s []E, a A, f func(A, E) A) A { return a }
func Tap[T any](t T, fs ...func(*T)) T {
	for _, f := range fs {
		f(&t)
	}
	return t
}
func Must[T any](t T, err error) T { return t }
func Go[T any](f func() (T, error)) <-chan Res[T] {
	c := make(chan Res[T])
	go func() { v, err := f(); c <- Res[T]{v, err} }()
	return c
}

type Res[T any] struct {
	V   T
	Err error
}
type IDs []int64
type celsius float64
type Num interface{ Int | ~float64 }

func Abs[N Num](n N) N {
	if n < 0 {
		return -n
	}
	return n
}
func Clamp[T cmp.Ordered](x, lo, hi T) T { return max(lo, min(x, hi)) }

type Tuple[A any, B any] struct {
	A A
	B B
}

func Zip[A, B any](as []A, bs []B) []Tuple[A, B] { return nil }

type Lazy[T any] func() T

func (l Lazy[T]) Get() T { return l() }
func use() {
	s := Of("a", "b")
	_ = s.Has("c")
	for k := range s {
		_ = k
	}
	var m Map[string, []int]
	v, ok := m.Get("x")
	_, _ = v[0], ok
	_ = m.Has("q")
	_ = m.Add("z").Has("y")
	m.Range(func(k string, v []int) bool { return len(v) > len(k) })
	c := (&Chain[int]{}).Then(func(i int) int { return i + 1 }).Then(nil)
	_ = c.Run(1)
	b := Bus[[]byte, *ev2]{}
	_ = b.Pub(nil)[0]
	_ = b.last.ID()
	_ = Sum(IDs{1})
	_ = Sum([]int32{1})
	_ = Map2(IDs{1}, func(i int64) string { return "" })
	_ = Filter(IDs{}, func(i int64) bool { return i > 0 })
	_ = Group([]string{}, func(s string) int { return len(s) })[1]
	_ = Reduce([]string{}, map[string]int{}, func(m map[string]int, s string) map[string]int { m[s]++; return m })
	_ = Tap(Res[int]{}, func(r *Res[int]) { r.V = 1 }).V
	_ = (<-Go(func() (string, error) { return "", nil })).V
	_ = Abs(celsius(1))
	_ = Abs(-3)
	_ = Abs(1.5)
	_ = Clamp(1, 2.5, 3)
	_ = Clamp("a", "b", "c")
	for i, t := range Zip([]int{}, []error{}) {
		_, _, _ = i, t.A, t.B
	}
	_ = Lazy[int](func() int { return 1 }).Get()
	_ = Must(Must(func() (func() (int, error), error) { return nil, nil }())())
	_ = Map2[int, string]([]int{}, nil)
	f := Map2[int, string, []int]
	_ = f
	_ = Zip[int, string](nil, nil)[0].B
	type P = Tuple[int, Tuple[string, []P2]]
	_ = P{}.B.B[0].x
	var cb func(Res[*P])
	cb(Res[*P]{})
	_ = new(Tuple[int, error]).B
	_ = [2]Set[int]{}[0]
	_ = map[Tuple[int, int]]Set[string]{}[Tuple[int, int]{1, 2}].Has("")
	_ = any(s).(Set[string]).Has
	if _, ok := any(m).(interface{ Get(string) ([]int, bool) }); ok {
	}
	_ = struct{ Set[int] }{}.Has(1)
	_ = cmp.Compare[string]
	_ = Eq(1, 2)
	_ = Eq[string]
	e := Eq[float64]
	_ = e(1, 2)
}

type ev2 struct{ ev }
type P2 struct{ x int }

func Eq[T comparable](a, b T) bool { return a == b }
