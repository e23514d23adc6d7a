package generics

type Num interface{ ~int | ~float64 }

func sw[T any](x T, y any) {
	switch v := any(x).(type) {
	case int:
		_ = v
	case T2[T]:
		_ = v.x
	case []T:
		_ = v[0]
	case T2[int]:
		_ = v.x
	}
	switch v := y.(type) {
	case T:
		_ = v
	case *T:
		_ = *v
	case map[string]T:
		_ = v["a"]
	case func(T) T:
		_ = v(x)
	case interface{ Get() T }:
		_ = v.Get()
	}
}

type T2[A any] struct{ x A }
type Emb[T any] struct {
	T2[T]
	*List[T]
}
type List[E any] struct {
	head, tail *node[E]
	len        int
}
type node[E any] struct {
	next *node[E]
	val  E
}

func (l *List[E]) Push(e E) *List[E]            { l.head = &node[E]{l.head, e}; return l }
func (l *List[E]) All() func(func(int, E) bool) { return nil }
func (t T2[A]) Get() A                          { return t.x }

func f(e Emb[string], p *Emb[[]int]) {
	_ = e.x
	_ = p.Get()[0]
	_ = e.Push("x").head.next.val
	for i, v := range p.All() {
		_, _ = i, v
	}
	_ = e.T2.x
	_ = p.List.len
	g := e.Push
	_ = g
	h := (*List[int]).Push
	_ = h
	i := T2[int].Get
	_ = i
	j := Emb[bool].Push
	_ = j
}
func sum[N Num](xs ...N) (s N) {
	for _, x := range xs {
		s += x
	}
	return s
}
func conv[A, B Num](a A) B { return B(a) }
func ptr[T any, P interface {
	*T
	Set(string)
}](s string) T {
	var t T
	P(&t).Set(s)
	p := P(&t)
	_ = *p
	return t
}

type setter struct{ s string }

func (s *setter) Set(x string) { s.s = x }
func g() {
	_ = sum(1, 2)
	_ = sum(1, 2.5)
	_ = sum[float64]()
	_ = conv[int, float64](1)
	_ = conv[int, float64]
	_ = ptr[setter]("x")
	a := ptr[setter]
	_ = a
	_ = mapf([]int{1}, func(i int) string { return "" })
	_ = mapf[int, error]
	b := compose(func(i int) string { return "" }, func(s string) []byte { return nil })
	_ = b(1)[0]
	var k func([]int) int = first
	_ = k
	_ = apply(first[string], []string{})
	_ = apply(first, []string{})
	var z func(int) int
	z = id
	_ = z
	take(id)
	_ = retid()
	_ = fold([]int{}, 0.0, func(a float64, i int) float64 { return a })
	_ = must(two())
	c, d := pair(1, "x")
	_, _ = c, d
	_ = Pair[int, string]{1, ""}
	_ = MkPair(1, MkPair("", 2i)).Snd.Fst
	_ = keys(map[string]struct{ x int }{})
	_ = variadic("a", 1, 2, 3)
	_ = variadic("a", []rune{}...)
	_ = variadic[bool]("a")
	_ = chanOf(make(chan<- int))
	_ = chanOf2(make(chan string))
	_ = arr([3]int{})
	_ = fnOf(func(a int, b ...string) {})
	_ = nested(map[string][]*int{})
}
func nested[K comparable, V any](m map[K][]*V) V    { panic(1) }
func arr[T any](a [3]T) T                           { return a[0] }
func fnOf[A, B any](f func(A, ...B)) (b B)          { return }
func chanOf[T any](c chan<- T) (t T)                { return }
func chanOf2[T any](c <-chan T) (t T)               { return }
func variadic[T any](s string, x ...T) []T          { return x }
func keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }

type Pair[A, B any] struct {
	Fst A
	Snd B
}

func MkPair[A, B any](a A, b B) Pair[A, B]                    { return Pair[A, B]{a, b} }
func pair[A, B any](a A, b B) (A, B)                          { return a, b }
func two() (int, error)                                       { return 0, nil }
func must[T any](t T, err error) T                            { return t }
func fold[T, A any](s []T, a A, f func(A, T) A) A             { return a }
func retid() func(string) string                              { return id }
func take(f func(bool) bool)                                  {}
func id[T any](t T) T                                         { return t }
func apply[S, R any](f func(S) R, s S) R                      { return f(s) }
func first[T any](s []T) (t T)                                { return s[0] }
func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return nil }
func mapf[T, U any](s []T, f func(T) U) []U                   { return nil }
