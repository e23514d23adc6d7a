package program

type celsius float64
type temp = celsius
type ints []int
type strs map[string]int
type fn func(int) int
type pt struct{ x, y int }
type pt2 struct{ x, y int }
type err string

func (e err) Error() string { return string(e) }
func (i ints) len() int     { return len(i) }
func (f fn) call() int      { return f(4) }

func Main() {
	c := celsius(36.6)
	var t temp = c + 1
	println(t, float64(c) == 36.6, int(c))
	s := ints([]int{1, 2})
	s[0] = 5
	println(s.len(), []int(s)[0])
	m := strs(map[string]int{"a": 1})
	m["b"]++
	println(len(m))
	println(fn(func(n int) int { return n * n }).call())
	p := pt(pt2{1, 2})
	println(p.x, pt2(p) == pt2{1, 2})
	pp := (*pt2)(&p)
	pp.x = 9
	println(p.x)
	var e error = err("failed")
	println(e.Error(), string(e.(err)))
	println(uint8(300&0xff), int8(-1), uint16(1<<16-1))
	n := 300
	println(uint8(n), int8(n), uint32(n-301), int64(int32(n)<<24))
	f := 3.99
	println(int(f), int(-f), uint8(f), float32(f) == 3.99)
	println(string(rune(0x4e16)), []byte("é")[1], []rune("é")[0], string([]byte{104, 105}))
	var i any = c
	_, isFloat := i.(float64)
	_, isCelsius := i.(celsius)
	println(isFloat, isCelsius)
	x := any(any(5))
	println(x.(int))
	println((func())(nil) == nil, (*int)(nil) == nil, error(nil) == nil)
	ch := make(chan int, 1)
	var send chan<- int = ch
	send <- 3
	println(<-(<-chan int)(ch))
	const k = 5
	println(float64(k)/2, celsius(k)/2, k/2, int64(k)<<2)
	b := [3]int([]int{1, 2, 3})
	println(b[2])
	ptr := *(*int)(&n)
	println(ptr)
	type local struct{ pt }
	println(local{pt{3, 4}}.y)
}
