package program

func say(s string) int                         { println(s); return 1 }
func params(_ int, b int, _ string) int        { return b }
func (_ t) method(_ ...int) (_ int, err error) { return 5, nil }
func results() (_, b int)                      { b = 3; return }

type t struct {
	_ int
	a int
}

var _ = t{}

func Main() {
	_ = say("assigned")
	_, _ = say("one"), say("two")
	var _ = say("declared")
	var _, x = say("three"), 4
	for _ = range 2 {
		print("loop ")
	}
	for _, _ = range []int{1} {
		println("loop")
	}
	println(x, params(1, 2, "3"))
	five, err := t{a: 1}.method()
	println(five, err == nil)
	println(results())
	_ = func() int { return say("not called") }
	m := map[string]int{}
	_ = m["x"]
	_, ok := m["x"]
	println(ok)
	a := []int{1}
	defer func() { println(recover() != nil) }()
	i := 3
	_ = a[i]
	println("not reached")
}
