package trees

type Tree[K any, V any] struct {
	cmp  func(a, b K) int
	root *tn[K, V]
}
type tn[K, V any] struct {
	l, r *tn[K, V]
	k    K
	v    V
}
type Ord interface{ ~int | ~string }

func NewT[K Ord, V any]() *Tree[K, V] {
	return NewF[K, V](func(a, b K) int {
		if a < b {
			return -1
		}
		return 0
	})
}
func NewF[K, V any](cmp func(a, b K) int) *Tree[K, V] { return &Tree[K, V]{cmp: cmp} }
func (t *Tree[K, V]) Keys() (ks []K)                  { t.walk(func(n *tn[K, any]) {}); return }
func (t *Tree[K, V]) walk(f func(*tn[K, any]))        { var b V; _ = b; _ = t.root.l.r.v }
func (t *Tree[K, V]) Find(k K) (v V, ok bool) {
	for n := t.root; n != nil; {
		switch c := t.cmp(k, n.k); {
		case c < 0:
			n = n.l
		case c > 0:
			n = n.r
		default:
			return n.v, true
		}
	}
	return
}
func f() {
	t := NewT[string, []int]()
	v, ok := t.Find("x")
	_, _ = v[0], ok
	_ = t.Keys()
	u := NewF[int, error](func(a, b int) int { return a - b })
	_ = u.root.v.Error()
	type inner[Q any] struct {
		q Q
		t *Tree[string, Q]
	}
	_ = inner[int]{}.t.root.v
	var m Matrix[float64]
	_ = m[0][1]
	_ = m.Row(0)
	var o Once[func() int]
	_ = o.v()
	_ = Rec[int]{}.f(Rec[int]{}).next
	_ = Num[int]{}.Add(1).v
	_ = W[int]{}.Inner.V
	var ff Fn[int, string]
	_ = ff(1)
	_ = ff.Then(nil)
	var c Ch[int]
	_ = <-c
	for x := range c {
		_ = x
	}
	var mm Mp[string, bool]
	_ = mm["x"]
	for k, v := range mm {
		_, _ = k, v
	}
	_ = mm.Keys()
	_ = append(Sl[int]{}, 1)
	_ = Sl[int]{}[1:]
	var pp Ptr[struct{ z int }]
	_ = pp.z
	_ = (*pp).z
	_ = Arr[int]{}[0]
	_ = len(Arr[int]{})
}

type Matrix[T any] [][]T

func (m Matrix[T]) Row(i int) []T { return m[i] }

type Once[F any] struct{ v F }
type Rec[T any] struct {
	f    func(Rec[T]) Rec[T]
	next *Rec[T]
}
type T2[T any] struct{ t T }
type Num[T ~int | ~float64] struct{ v T }

func (n Num[T]) Add(x T) Num[T] { n.v += x; return n }

type W[T any] struct{ Inner struct{ V T } }
type Fn[A, B any] func(A) B

func (f Fn[A, B]) Then(g func(B) A) Fn[A, A] { return func(a A) A { return g(f(a)) } }

type Ch[T any] chan T
type Mp[K comparable, V any] map[K]V

func (m Mp[K, V]) Keys() []K { return nil }

type Sl[T any] []T
type Ptr[T any] *T
type Arr[T any] [4]T
