package ranges

import "iter"

func zero(yield func() bool)                                   {}
func one(yield func(int) bool)                                 {}
func two[K comparable, V any](m map[K]V) func(func(K, V) bool) { return nil }

type Seq2[A, B any] func(yield func(A, B) bool)
type T struct{}

func (T) All() iter.Seq2[string, *T] { return nil }
func (T) Each(yield func(T) bool)    {}
func gen[S iter.Seq[E], E any](s S) {
	for e := range s {
		_ = e
	}
}
func num[N ~int8](n N) {
	for i := range n {
		_ = i
	}
}
func core[S ~[]E, E any](s S) {
	for i, e := range s {
		_, _ = i, e
	}
}
func coremap[M ~map[K]V, K comparable, V any](m M) {
	for k, v := range m {
		_, _ = k, v
	}
	clear(m)
}
func strs[S ~string](s S) {
	for i, r := range s {
		_, _ = i, r
	}
}
func bytes[S ~string | ~[]byte](s S) byte { return s[0] }

type Cnt int

func f(t T, s Seq2[int, error], n Cnt, ch <-chan T, arr *[4]string) {
	for range zero {
	}
	for i := range one {
		_ = i
	}
	for k, v := range two(map[string]bool{}) {
		_, _ = k, v
	}
	for k := range two(map[string]bool{}) {
		_ = k
	}
	for a, b := range s {
		_, _ = a, b
	}
	for k, v := range t.All() {
		_, _ = k, v
	}
	for v := range t.Each {
		_ = v
	}
	for i := range n {
		_ = i
	}
	for x := range ch {
		_ = x
	}
	for i, x := range arr {
		_, _ = i, x
	}
	for i := range 'c' {
		_ = i
	}
	var u8 uint8
	for u8 = range 10 {
	}
	_ = u8
	for i := range len(arr) {
		_ = i
	}
	const c = 1 << 3
	for i := range c {
		_ = i
	}
	for range 3 {
	}
	var e struct {
		k int
		v string
	}
	for e.k, e.v = range arr {
	}
	next, stop := iter.Pull(one)
	v, ok := next()
	_, _, _ = v, ok, stop
	next2, _ := iter.Pull2(t.All())
	a, b, ok2 := next2()
	_, _, _ = a, b, ok2
	for r := range strs2("x") {
		_ = r
	}
	for i, x := range [...]float64{1, 2} {
		_, _ = i, x
	}
	for i := range int64(5) {
		_ = i
	}
}
func strs2(s string) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for _, r := range s {
			if !yield(r) {
				return
			}
		}
	}
}
