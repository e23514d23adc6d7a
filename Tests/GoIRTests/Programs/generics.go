package program

type number interface{ ~int | ~float64 }

func sum[T number](xs ...T) (total T) {
	for _, x := range xs {
		total += x
	}
	return
}

func mapped[T, U any](xs []T, f func(T) U) []U {
	var out []U
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

type stack[T any] struct{ items []T }

func (s *stack[T]) push(x T) { s.items = append(s.items, x) }
func (s *stack[T]) pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

type pair[K comparable, V any] struct {
	key K
	val V
}

func (p pair[K, V]) swap() pair[string, K] { return pair[string, K]{"s", p.key} }

type stringer interface{ str() string }
type id int

func (i id) str() string { return "id" }
func (i *id) bump()      { *i++ }
func join[T stringer](xs []T) (s string) {
	for _, x := range xs {
		s += x.str()
	}
	return
}

func zero[T any]() T {
	var z T
	return z
}

func ptr[T any](x T) *T { return &x }

func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice"
	}
	return "other"
}

type tree[T any] struct {
	left, right *tree[T]
	val         T
}

func (t *tree[T]) walk(f func(T)) {
	if t == nil {
		return
	}
	t.left.walk(f)
	f(t.val)
	t.right.walk(f)
}

type bumper[T any] interface {
	*T
	bump()
}

func bumpAll[T any, P bumper[T]](xs []T) {
	for i := range xs {
		P(&xs[i]).bump()
	}
}

func keys[M ~map[K]V, K comparable, V any](m M) (n int) {
	for range m {
		n++
	}
	return
}

func Main() {
	println(sum(1, 2, 3), sum(1.5, 2), sum[id](4, 5).str(), sum[int]())
	out := mapped([]int{1, 2}, func(i int) string { return string(rune('a' + i)) })
	println(out[0], out[1])
	var s stack[string]
	s.push("a")
	s.push("b")
	v, ok := s.pop()
	println(v, ok, len(s.items))
	s.pop()
	v, ok = s.pop()
	println(v == "", ok)
	p := pair[int, bool]{1, true}
	println(p.swap().key, p.swap().val)
	println(join([]id{1, 2}), join([]stringer{id(1)}))
	println(zero[int](), zero[string]() == "", zero[*int]() == nil, zero[pair[int, string]]().key)
	x := ptr(5)
	*x++
	println(*x, *ptr("q"))
	println(kind(1), kind("s"), kind(1.5), kind(id(1)))
	t := &tree[int]{&tree[int]{val: 1}, nil, 2}
	n := 0
	t.walk(func(i int) { n = n*10 + i })
	println(n)
	ids := []id{1, 2}
	bumpAll(ids)
	println(ids[0], ids[1])
	f := mapped[int, int]
	println(f([]int{3}, func(i int) int { return i * i })[0])
	println(keys(map[string]int{"a": 1}))
	g := s.push
	g("z")
	println(s.items[0])
	h := (*stack[string]).push
	h(&s, "y")
	println(len(s.items))
}
