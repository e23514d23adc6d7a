package order

var a, b = b2()
var (
	c      = func() int { return d }()
	d      = len(e)
	e      = [...]string{2: "x"}
	f1, f2 = g()
	h      [len(e) + 1]int
	i                       = h
	j                       = &k
	k                       = struct{ n *int }{nil}
	l                       = map[string]interface{ M() }{}
	m                       = l["x"].M
	_                       = m
	n, _                    = l["y"]
	o      interface{ M() } = n
)

func b2() (x, y *int)                                      { return nil, nil }
func g() (chan int, func() error)                          { return nil, nil }
func b3()                                                  {}
func (t *T) m(self *T, others ...*T) (a, b int, err error) { return t.n, others[0].n, nil }

type T struct {
	n int
	T2
}
type T2 struct{ q, r []T }

func z(t T, f func(a, b int) (c string)) {
	_ = t.q[0].r[1].n
	x, y, err := t.m(&t, &t, &t)
	_, _, _ = x, y, err
	x, w, err := t.m(nil)
	_ = w
	_ = f(1, 2)
	var q func(func(int) string, ...func()) = nil
	q(nil, nil)
	v := func(a int, rest ...string) (r []string) { r = append(r, rest...); return }
	_ = v(1, "a")
	_ = v(1, []string{}...)
	func() { defer func() { r := recover(); _ = r }() }()
	go func(x int) { _ = x }(1)
	var p **T
	_ = (*p).n
	_ = (**p).n
	_ = (*(*p)).q
	s := t.q[:1:2]
	_ = s
	_ = append([]byte(nil), "abc"...)
	_ = copy([]byte{}, "x")
	_ = cap(s)
	_ = [2]func() int{}[0]()
	_ = struct{ f func() []int }{}.f()[0]
	_ = (func() int)(nil)()
	_ = T.m2
	_ = (*T).m
	print(1)
	panic("x")
}
func (T) m2() {}
