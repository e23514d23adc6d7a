package program

func seq(name string, n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer println(name, "done")
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func deferred() (r []int) {
	defer func() { println("last", len(r)) }()
	for i := range seq("d", 3) {
		defer func() { r = append(r, i); println("deferred", i) }()
		if i == 1 {
			return []int{100}
		}
	}
	return nil
}

func labelled() {
outer:
	for i := range seq("o", 3) {
		for j := range seq("i", 3) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 1:
				break outer
			}
			println(i, j)
		}
	}
	println("labelled ends")
}

func jump() {
	for i := range seq("g", 5) {
		if i == 2 {
			goto out
		}
	}
out:
	println("jumped")
}

func recovered() (n int) {
	defer func() { println("recovered", recover().(string)) }()
	for i := range seq("r", 5) {
		n += i
		if i == 3 {
			panic("loop")
		}
	}
	return 0
}

func iteratorPanics() (s string) {
	defer func() { s = recover().(string) }()
	for i := range func(yield func(int) bool) {
		yield(1)
		panic("iterator")
	} {
		println("got", i)
	}
	return ""
}

type list struct {
	v    int
	next *list
}

func (l *list) all() func(func(int, *list) bool) {
	return func(yield func(int, *list) bool) {
		for i := 0; l != nil; l, i = l.next, i+1 {
			if !yield(i, l) {
				return
			}
		}
	}
}

func inner() int {
	for _, l := range (&list{1, &list{2, nil}}).all() {
		f := func() int {
			for i := range seq("f", 2) {
				return i + l.v*10
			}
			return -1
		}
		if f() > 15 {
			return f()
		}
	}
	return 0
}

func recursive(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		if n == 0 {
			return
		}
		for v := range recursive(n - 1) {
			if !yield(v) {
				return
			}
		}
		yield(n)
	}
}

func Main() {
	println(len(deferred()))
	labelled()
	jump()
	println(recovered())
	println(iteratorPanics())
	println(inner())
	for v := range recursive(4) {
		if v == 4 {
			break
		}
		print(v, " ")
	}
	println()
	var x, y int
	arr := [3]int{}
	for x, arr[2] = range func(yield func(int, int) bool) { _ = yield(1, 5) && yield(2, 6) } {
		y++
	}
	println(x, y, arr[0], arr[1], arr[2])
}
