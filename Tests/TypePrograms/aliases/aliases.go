package aliases

type A[T any] = []T
type B[K comparable, V any] = map[K]A[V]
type L[T any] struct {
	next *L[T]
	v    T
}
type M[T any] = L[T]
type N[T any] = *M[T]
type (
	O[T any]    = func(T) A[T]
	P           = A[int]
	Q[X, Y any] = struct {
		X X
		Y Y
	}
)

func (l *L[T]) Get() T { return l.v }

func f(a A[int], b B[string, bool], m M[string], n N[float64], o O[rune], p P, q Q[int, string]) {
	_ = a[0]
	_ = b["x"][1]
	_ = m.next.v
	_ = m.Get()
	_ = n.next.Get()
	_ = o('x')[0]
	_ = p[0]
	_ = q.Y
	c := A[A[int]]{{1}, {2}}
	_ = c[0]
	d := N[int](nil)
	_ = d.v
	e := &M[int]{}
	_ = e.Get
	g := M[string].Get2
	_ = g
	type loc[T any] struct{ x T }
	type la[T any] = map[string]T
	_ = la[int]{}["x"]
	h := loc[int]{1}
	_ = h.x
}
func (l L[T]) Get2() *T { return &l.v }
func G[T any](x A[T]) T { return x[0] }
func H()                { _ = G([]int{}); _ = G(A[string]{}) }
