package program

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer println("iterator ends")
		for i := range n {
			if !yield(i) {
				println("stopped at", i)
				return
			}
		}
		println("exhausted")
	}
}

func pairs(yield func(int, string) bool) {
	_ = yield(1, "a") && yield(2, "b") && yield(3, "c")
}

func thrice(yield func() bool) {
	for range 3 {
		if !yield() {
			return
		}
	}
}

func find(n int) (r int) {
	defer func() { println("find deferred", r) }()
	for i := range count(10) {
		defer println("body deferred", i)
		if i == n {
			println("returning")
			return i * 100
		}
	}
	return -1
}

func nested() string {
	for i := range count(3) {
		for j, s := range pairs {
			if i == 1 && j == 2 {
				return s
			}
		}
	}
	return "none"
}

type set struct{ items []int }

func (s *set) all(yield func(int, int) bool) {
	for i, v := range s.items {
		if !yield(i, v) {
			return
		}
	}
}

func filter[T any](seq func(func(T) bool), keep func(T) bool) func(func(T) bool) {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func panics() (s string) {
	defer func() { s = "caught " + recover().(string) }()
	for i := range count(3) {
		if i == 1 {
			panic("in body")
		}
	}
	return "no"
}

func Main() {
	for i := range count(2) {
		println("body", i)
	}
	for k, v := range pairs {
		println(k, v)
		if k == 2 {
			break
		}
	}
	n := 0
	for range thrice {
		n++
	}
	println(n)
	println(find(1))
	println(nested())
outer:
	for i := range count(3) {
		for j := range count(3) {
			if j == 1 {
				continue outer
			}
			if i == 1 {
				break outer
			}
			println("ij", i, j)
		}
	}
	println("after outer")
	s := &set{[]int{5, 6}}
	total := 0
	for i, v := range s.all {
		total += i + v
	}
	println(total)
	for v := range filter(count(5), func(i int) bool { return i%2 == 1 }) {
		println("odd", v)
	}
	var fs []func() int
	for i := range count(2) {
		fs = append(fs, func() int { i += 10; return i })
	}
	println(fs[0](), fs[0](), fs[1]())
	println(panics())
	var k int
	for k = range count(3) {
		if k == 1 {
			break
		}
	}
	println(k)
}
