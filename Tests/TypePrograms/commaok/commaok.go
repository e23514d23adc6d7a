package commaok

type T struct{ m map[string]func() int }
type B bool

func two() (int, bool) { return 0, false }
func take(int, bool)   {}
func ret(m map[string]int, k string) (int, bool) {
	v, ok := m[k]
	return v, ok
}
func f(m map[string][]int, c chan error, x any, t T) {
	var v, ok = m["a"]
	var w, ok2 = <-c
	var y, ok3 = x.(string)
	var z interface{}
	var ok4 B
	z, ok4 = m["b"]
	v, ok4 = (m["b"])
	w, _ = <-c
	_, ok5 := m["x"]
	_, _ = <-c
	_, ok4 = x.(int)
	if _, ok := x.(fooer); ok {
	}
	for v, ok := <-c; ok; v, ok = <-c {
		_ = v
	}
	switch v, ok := m["s"]; {
	case ok:
		_ = v
	}
	take(two())
	fn, ok6 := t.m["f"]
	var e, ok7 interface{} = x.(int)
	var err error
	var b bool
	err, b = <-c
	_, b = m["a"]
	var arr [2]bool
	_, arr[0] = x.(int)
	_, (arr[1]) = (<-c)
	_, _, _, _, _, _, _, _, _, _, _, _, _ = v, ok, w, ok2, y, ok3, z, ok4, ok5, fn, ok6, e, ok7
	_, _ = err, b
	var i, j int = 1, 2
	var p, q = two()
	_, _, _, _ = i, j, p, q
	if v := m["x"]; v != nil {
		_ = v[0]
	}
	_ = x.(interface{ M() }).M
	_ = <-c
	_ = m["x"][0]
}

type fooer interface{ foo() }

var gv, gok = map[int]string{}[3]
var ga, gb = two()
var gx, gy = any(1).(fooer)
