package errs

import "errors"

type E struct {
	error
	code int
}

func (e *E) Unwrap() error { return e.error }
func do() (err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = e
			} else {
				err = errors.New("x")
			}
		}
	}()
	var e *E
	switch {
	case errors.As(err, &e):
		return e
	case e.code > 3 && e.error != nil:
		return e.Unwrap()
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-1 {
		_ = i + j
	}
	x := [][]float64{{1, 2}, {3}}
	x[0][1] *= 2
	x[0], x[1] = x[1], x[0]
	p := &x[0][0]
	*p++
	var (
		a, b = 1, "x"
		c    struct {
			d, e int
			f    func(...interface{})
		}
	)
	c.f(a, b, c.d)
	_ = &c.e
	t := c
	_ = t.f
	q := &struct {
		n *int
		m [3][4]string
	}{}
	_ = q.m[1][2][3]
	_ = q.m[1][:]
	_ = *q.n
	_ = q.n == nil
	_ = (*q).m
	lbl := 0
lbl:
	for lbl < 3 {
		lbl++
		continue lbl
	}
	_ = "a" < b
	_ = a == 1 || b == "" && !(a != 2)
	_ = ^a | a&^3
	_ = +a - -a
	_ = 07 + 0b1 + 0x1p-2
	_ = 'a'
	_ = 1_000.5e3
	_ = 1i * 2
	if f := func() bool { return true }; f() {
		_ = f
	}
	switch n := len(b); n {
	case 1, 2:
		fallthrough
	case 3:
		_ = n
	default:
		_ = n * 2
	}
	switch a := any(a).(type) {
	default:
		_ = a
	}
	var arr = [...][2]int{{1, 2}, 4: {3}}
	_ = arr
	_ = len(arr[0])
	var fp func(int, ...float64) (string, []byte)
	s1, s2 := fp(1, 2, 3)
	_, _ = s1, s2
	_ = map[[2]int]map[string]func(){{1, 2}: {"x": func() {}}}
	_ = interface{}(nil) == any(1)
	return &E{errors.New(""), 1}
}
