package program

type pair struct{ a, b int }

func two() (int, string) { return 7, "seven" }

func Main() {
	x, y := 1, 2
	x, y = y, x
	println(x, y)
	a := []int{1, 2, 3}
	i := 0
	i, a[i] = 2, 9
	println(i, a[0], a[2])
	a[0], a[1], a[2] = a[2], a[0], a[1]
	println(a[0], a[1], a[2])
	p := &pair{1, 2}
	q := p
	p.a, p = 5, nil
	println(q.a, p == nil)
	var arr [3]int
	arr[0], arr[1] = 4, arr[0]+1
	j := 1
	arr[j], j = 8, 2
	println(arr[0], arr[1], arr[2], j)
	var s pair
	s.a, s.b = 3, s.a
	s.b, s.a = s.a, s.b
	println(s.a, s.b)
	n, t := two()
	var any1, any2 any = two()
	println(n, t, any1.(int), any2.(string))
	_ = n
	_, t = two()
	k := 1
	k, l := k+1, k
	println(k, l)
	if k := 10; k > l {
		k, l = l, k
		println(k, l)
	}
	println(k, l)
	*func() *int { println("left"); return &x }() = func() int { println("right"); return 4 }()
	println(x)
	var f float64 = 3
	var g any = f / 2
	println(f/2, g.(float64))
}
