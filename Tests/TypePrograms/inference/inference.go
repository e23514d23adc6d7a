package inference

import "hash/maphash"

type Hasher[T any] interface {
	Hash(*int, T)
	Equal(T, T) bool
}
type M[K, V any, H Hasher[K]] struct{ h H }

func New[H Hasher[K], K, V any](h H, v V) *M[K, V, H] { return &M[K, V, H]{h} }

type sh struct{}

func (sh) Hash(*int, string)      {}
func (sh) Equal(a, b string) bool { return a == b }

type ph struct{ n int }

func (*ph) Hash(*int, []byte)      {}
func (*ph) Equal(a, b []byte) bool { return false }

type Emb struct{ sh }

func Use[K any, H Hasher[K]](h H) (k K) { return }
func UseP[T any, P interface {
	*T
	Hasher[K]
}, K any](t T) (k K) {
	return
}

type Src[T any] interface{ Next() (T, bool) }

func Drain[T any, S Src[T]](s S) []T { return nil }

type intSrc struct{}

func (intSrc) Next() (int, bool) { return 0, false }

type gsrc[E any] struct{}

func (*gsrc[E]) Next() (E, bool)                    { panic(0) }
func MapS[T, U any, S Src[T]](s S, f func(T) U) []U { return nil }
func f(h Hasher[float64], src Src[rune]) {
	a := New(sh{}, 1)
	_ = a
	b := Use(&ph{})
	_ = b
	c := Use(Emb{})
	_ = c
	d := Use(h)
	_ = d
	e := Drain(intSrc{})
	_ = e
	g := Drain(&gsrc[string]{})
	_ = g
	i := Drain(src)
	_ = i
	j := MapS(intSrc{}, func(i int) string { return "" })
	_ = j
	var hh maphash.ComparableHasher[string]
	_ = Use2(hh)
}
func Use2[H maphash.Hasher[K], K any](h H) (k K)    { return }
func DrainI[T any](s Src[T]) []T                    { return nil }
func Anon[T any](s interface{ Next() (T, bool) }) T { panic(1) }
func di(src Src[rune]) {
	_ = DrainI(intSrc{})
	_ = DrainI(src)
	_ = Anon(intSrc{})
	_ = Anon(src)
	_ = Anon(&gsrc[string]{})
	_ = DrainI[string](&gsrc[string]{})
}
func inner[K any, H Hasher[K]](h H) { _ = Use(h); x := Use[K](h); _ = x }
