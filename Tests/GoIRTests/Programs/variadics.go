package program

func sum(base int, ns ...int) int {
	for _, n := range ns {
		base += n
	}
	return base
}

func mutate(ns ...int) { ns[0] = 100 }

func kinds(xs ...any) (n int) {
	for _, x := range xs {
		switch x.(type) {
		case int:
			n++
		case string:
			n += 10
		case nil:
			n += 100
		case []any:
			n += 1000
		}
	}
	return
}

func pairs() (int, int)           { return 1, 2 }
func mixed() (int, string, error) { return 1, "a", nil }
func isNil(xs ...int) (bool, int) { return xs == nil, len(xs) }
func forward(xs ...any) int       { return kinds(xs...) }
func swap(a, b int) (int, int)    { return b, a }

func Main() {
	println(sum(1), sum(1, 2), sum(1, 2, 3), sum(pairs()))
	s := []int{1, 2}
	mutate(s...)
	println(s[0], sum(0, s...))
	println(kinds(), kinds(1, "a", nil), kinds(mixed()))
	println(forward(1, "x"), forward(), kinds([]any{1, 2}), kinds([]any{1, 2}...))
	println(isNil())
	println(isNil(nil...))
	println(isNil([]int{}...))
	println(isNil(1))
	println(swap(swap(1, 2)))
	println(pairs())
	f := func(xs ...string) int { return len(xs) }
	println(f("a", "b"), f())
	x, y := min(3, 1, 2), max(2.5, 1)
	println(x, y, min("b", "a"))
	a := append([]int{}, sum(pairs()), 5)
	println(a[0], a[1])
	defer func(xs ...int) { println(len(xs), xs[1]) }(pairs())
}
