package universe

type int string
type error interface{ Foo() bool }

var true = 3.5

const nil = "nil"

func len(x ...int) []int            { return x }
func append(a, b bool) (bool, bool) { return a, b }
func f(x int, e error) {
	a := true
	b := nil
	c := len("a", "b")
	d, g := append(1 == 2, 3 > 4)
	h := e.Foo()
	string := func(i int) float64 { return 1 }
	i := string("x")
	_, _, _, _, _, _, _ = a, b, c, d, g, h, i
	var any = []byte{1}
	_ = any[0]
	{
		type string []byte
		var s string
		_ = s[0]
	}
	iota := 3
	_ = iota + 4
	make := new(int)
	_ = *make
	copy := func() (r rune) { return }
	_ = copy()
	for true := range 3 {
		_ = true
	}
	if false := 1; false > 0 {
		_ = false
	}
	_ = x[0]
}
