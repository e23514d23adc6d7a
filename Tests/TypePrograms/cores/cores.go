package cores

type Number interface{ ~int | ~int64 | ~float64 }
type Ints interface{ int | int8 }
type Bytes interface{ ~string | ~[]byte }

func sl[T ~[]E, E any](x T) {
	_ = x[0]
	_ = x[1:]
	_ = append(x, x[0])
	_ = len(x)
	y := make(T, 3)
	_ = y
	for i := range x {
		_ = i
	}
	z := x[0]
	_ = &z
}
func mp[M ~map[K]V, K comparable, V any](m M, k K) {
	v, ok := m[k]
	_, _ = v, ok
	delete(m, k)
	_ = make(M)
	n := M{}
	_ = n[k]
}
func ch[C ~chan E, E any](c C) {
	v := <-c
	_ = v
	c <- v
	for e := range c {
		_ = e
	}
	x := make(C, 1)
	_ = x
}
func fn[F ~func(A) B, A, B any](f F, a A) { _ = f(a); b := f(a); _ = b }
func pt[P ~*E, E any](p P)                { _ = *p; e := *p; _ = e }
func by[T Bytes](t T) {
	_ = t[0]
	_ = t[1:]
	_ = len(t)
	b := []byte(t)
	s := string(t)
	_, _ = b, s
}
func nm[N Number](a, b N) N {
	c := a + b*2
	d := -c
	_ = a < b
	e := float64(d)
	f := N(e)
	_ = f
	_ = 2 * a
	_ = a + 1
	g := max(a, b, 1)
	return g
}
func sh[I Ints](i I, n uint) I  { j := i << n; k := 1 << i; _ = k; _ = i >> 1; return j & 3 }
func st[S struct{ x int }](s S) { _ = s }
func ar[A [3]int | [4]int](a A) { _ = a[0]; _ = len(a) }
func ifc[T interface {
	error
	comparable
}](t T) {
	_ = t.Error()
	_ = t == t
	var e error = t
	_ = e
	f := t.Error
	_ = f
}
func an[T any](t T) {
	var z T
	_ = z
	_ = &t
	p := new(T)
	*p = t
	_ = []T{t}
	_ = map[string]T{"": t}
	i := any(t)
	_, _ = i.(int)
	f := func(x T) T { return x }
	_ = f(t)
	c := make(chan T)
	c <- t
	var arr [3]T
	_ = arr[0]
	s := struct{ t T }{t}
	_ = s.t
	x, ok := any(t).(T)
	_, _ = x, ok
}
func cl[T any](xs []T) func() (T, bool) {
	i := 0
	return func() (T, bool) {
		if i < len(xs) {
			x := xs[i]
			i++
			return x, true
		}
		var z T
		return z, false
	}
}

type Stack[T any] []T

func (s *Stack[T]) Push(t T) { *s = append(*s, t) }
func (s *Stack[T]) Pop() T   { old := *s; t := old[len(old)-1]; *s = old[:len(old)-1]; return t }
func (s Stack[T]) Each(f func(int, T)) {
	for i, t := range s {
		f(i, t)
	}
}

type Cache[K comparable, V any] struct {
	data    map[K]*entry[K, V]
	head    *entry[K, V]
	onEvict func(K, V)
}
type entry[K comparable, V any] struct {
	k          K
	v          V
	prev, next *entry[K, V]
}

func (c *Cache[K, V]) Get(k K) (V, bool) {
	if e, ok := c.data[k]; ok {
		c.onEvict(e.next.k, e.prev.v)
		return e.v, true
	}
	var z V
	return z, false
}
func u() {
	var s Stack[map[string]int]
	s.Push(nil)
	_ = s.Pop()["x"]
	s.Each(func(i int, m map[string]int) { _ = m[""] })
	c := &Cache[string, []byte]{data: make(map[string]*entry[string, []byte])}
	v, ok := c.Get("x")
	_, _ = v[0], ok
	c.onEvict = func(k string, v []byte) { _ = k; _ = v }
	_ = c.head.next.prev.v
	sl([]int{})
	mp(map[string]bool{}, "")
	fn(func(i int) string { return "" }, 1)
	nx := cl([]string{"a"})
	a, b := nx()
	_, _ = a, b
	e := Either[int, error]{}
	_ = e.Left()
	r := Result[int]{}
	_ = r.Or(1)
	_ = Then(r, func(i int) Result[string] { return Result[string]{} }).val
	_ = Ptr(3)
	_ = Ptr("x")
	_ = *Ptr(struct{ a int }{1})
	_ = Zero[map[string]int]()["x"]
}
func Zero[T any]() (z T) { return }
func Ptr[T any](t T) *T  { return &t }

type Result[T any] struct {
	val T
	err error
}

func (r Result[T]) Or(t T) T                                    { return t }
func Then[T, U any](r Result[T], f func(T) Result[U]) Result[U] { return Result[U]{} }

type Either[L, R any] struct {
	l *L
	r *R
}

func (e Either[L, R]) Left() *L { return e.l }
