package program

type node struct {
	val  int
	next *node
	arr  [3]int
	sub  struct{ n int }
}

func modify(p *int) { *p += 10 }

func Main() {
	x := 1
	p := &x
	q := &p
	**q = 5
	modify(p)
	modify(&x)
	println(x, *p == **q, p == *q)
	n := node{val: 1}
	n.next = &node{val: 2, next: &n}
	n.next.next.val = 9
	println(n.val, n.next.val)
	a := &n.arr[1]
	*a = 4
	s := &n.sub
	s.n = 6
	m := n
	*a = 40
	s.n = 60
	println(m.arr[1], n.arr[1], m.sub.n, n.sub.n, *a)
	arr := [3]int{1, 2, 3}
	pa := &arr
	pa[1]++
	for i := range pa {
		pa[i] *= 10
	}
	println(arr[0], arr[1], arr[2], len(pa), cap(pa))
	sl := []int{1, 2, 3}
	ps := &sl[1]
	sl = append(sl, 4)
	*ps = 50
	println(sl[1], *ps)
	np := new(int)
	*np += 3
	nv := new(x * 2)
	*nv++
	println(*np, *nv, x)
	ns := new(node)
	ns.arr[2] = 1
	println(ns.arr[2], ns.next == nil)
	e := &[]int{1, 2}
	(*e)[0] = 7
	*e = append(*e, 8)
	println((*e)[0], len(*e))
	pp := &node{next: &node{val: 3}}
	*pp.next = node{val: 4}
	t := *pp
	t.val = 100
	println(pp.next.val, pp.val, t.next == pp.next)
	list := (*node)(nil)
	for i := range 3 {
		list = &node{val: i, next: list}
	}
	sum := 0
	for l := list; l != nil; l = l.next {
		sum = sum*10 + l.val
	}
	println(sum)
	var z *node
	func() {
		defer func() { println("nil:", recover() != nil) }()
		z.val = 1
	}()
	f := func(n node) *node { n.val++; return &n }
	g := f(n)
	println(g.val, n.val)
	ptrs := map[string]*int{"x": &x}
	*ptrs["x"]++
	println(x)
	struct1 := &struct{ a, b int }{1, 2}
	struct1.a, struct1.b = struct1.b, struct1.a
	println(struct1.a, struct1.b)
	b1, b2 := &arr[0], &arr[0]
	println(b1 == b2, b1 == &arr[1])
	var i any = p
	*i.(*int) = 1
	println(x)
}
