package program

var global, globalOk = map[string]int{"a": 1}["a"]
var asserted, assertedOk = any(3).(string)

func pass() (int, bool) {
	m := map[int]int{1: 2}
	v, ok := m[1]
	return v, ok
}

func Main() {
	println(global, globalOk, asserted, assertedOk)
	var v, ok = map[int]string{1: "x"}[1]
	println(v, ok)
	var i any = "s"
	var s, isString = i.(string)
	println(s, isString)
	n, isInt := i.(int)
	println(n, isInt)
	c := make(chan int, 1)
	c <- 5
	r, more := <-c
	close(c)
	var r2, more2 = <-c
	println(r, more, r2, more2)
	println(pass())
	m := map[string]*int{}
	_, ok = m["z"]
	p, _ := m["z"]
	println(ok, p == nil)
	var x struct {
		v  int
		ok bool
	}
	x.v, x.ok = map[int]int{4: 40}[4]
	println(x.v, x.ok)
	arr := []any{nil, nil}
	arr[0], arr[1] = i.(string)
	println(arr[0].(string), arr[1].(bool))
	type flag bool
	var f flag
	_, f = i.(error)
	println(f)
	if v, ok := i.(interface{ missing() }); !ok {
		println(v == nil)
	}
	for v, ok := m["a"]; !ok; v, ok = m["b"] {
		println(v == nil)
		m["b"] = new(int)
	}
	nested := map[string]map[string]int{"a": {"b": 1}}
	q, ok := nested["a"]["b"]
	z, zok := nested["x"]["y"]
	println(q, ok, z, zok)
}
