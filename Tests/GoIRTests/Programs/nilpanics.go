package program

type n struct {
	next *n
	v    int
	arr  [2]int
}

func (x *n) ptr() string { return "ok" }
func (x n) val() string  { return "never" }

type m interface{ ptr() string }

func try(name string, f func()) {
	defer func() { println(name, recover() != nil) }()
	f()
}

func Main() {
	var p *n
	var i m
	var f func()
	var s []int
	var mm map[string]int
	try("field", func() { p.v = 1 })
	try("read", func() { _ = p.next.v })
	try("element", func() { p.arr[0]++ })
	try("deref", func() { _ = *p })
	try("ptr method", func() { println(p.ptr()) })
	try("val method", func() { p.val() })
	try("method value", func() { _ = p.val })
	try("ptr method value", func() { _ = p.ptr })
	try("interface", func() { i.ptr() })
	try("interface value", func() { _ = i.ptr })
	try("func", func() { f() })
	try("defer func", func() { defer f(); println("before") })
	try("slice", func() { s[0] = 1 })
	try("map read", func() { _ = mm["a"] })
	try("map write", func() { mm["a"] = 1 })
	try("len", func() { println(len(s), len(mm), len(p.arr)) })
	try("range", func() {
		for range s {
		}
		for range mm {
		}
	})
	try("assert", func() { _ = any(1).(string) })
	try("slice bounds", func() { k := 5; _ = []int{1}[k:] })
	try("divide", func() { z := 0; println(1 / z) })
	try("close", func() { c := make(chan int); close(c); close(c) })
	try("send", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("evaluated", func() { p.v = func() int { println("right side"); return 1 }() })
	try("convert", func() { _ = [2]int(s) })
	try("make", func() { k := -1; _ = make([]int, k) })
}
