package program

func Main() {
	var ps []*int
	for i, j := 0, 10; i < 3; i, j = i+1, j-1 {
		ps = append(ps, &i, &j)
		if i == 1 {
			i++
			continue
		}
	}
	for _, p := range ps {
		print(*p, " ")
	}
	println()
	var fs []func()
	for i := 0; i < 2; i++ {
		fs = append(fs, func() { i++; print(i, " ") })
		fs[len(fs)-1]()
		i--
	}
	for _, f := range fs {
		f()
	}
	println()
	for i := range 3 {
		i *= 2
		p := &i
		*p++
		print(i, " ")
	}
	println()
	var keep []func() int
	for i := 0; func() bool { keep = append(keep, func() int { return i }); return i < 2 }(); i++ {
	}
	for _, f := range keep {
		print(f(), " ")
	}
	println()
	n := 0
	for n = range 5 {
	}
	println(n)
	var k, v int
	for k, v = range []int{4, 5} {
	}
	println(k, v)
	arr := [3]int{}
	idx := 0
	for idx, arr[idx] = range []int{5, 6, 7} {
	}
	println(idx, arr[0], arr[1], arr[2])
	m := map[string]int{}
	for _, m["x"] = range []int{1, 2} {
	}
	println(m["x"])
	for i := 0; i < 3; i++ {
		defer func() { println("deferred", i) }()
	}
}
