package program

var counter = 10
var table = map[string]func(int) int{
	"double": func(n int) int { return n * 2 },
	"count":  func(n int) int { counter += n; return counter },
}
var a, b = pair()
var (
	list   = []int{1, 2, 3}
	_      = note("blank")
	nested = func() []func() int {
		var fs []func() int
		for i := range 3 {
			fs = append(fs, func() int { return i })
		}
		return fs
	}()
)
var zero struct{ x, y int }
var pointer = &zero
var iface any = counter
var ok1, ok2 = list[0] == 1, iface != nil
var val, found = map[string]int{"k": 5}["k"]

func pair() (int, string)  { return 3, "three" }
func note(s string) string { list[2]++; return s }

func bump() { counter++ }

func Main() {
	println(list[2], table["double"](4), table["count"](5), counter, a, b)
	for _, f := range nested {
		print(f(), " ")
	}
	println()
	pointer.x = 7
	zero.y = 8
	println(zero.x, pointer.y)
	bump()
	p := &counter
	*p *= 2
	println(counter, iface.(int), ok1, ok2, val, found)
	list[0], counter = counter, list[0]
	println(list[0], counter)
	{
		counter := "local"
		println(counter)
	}
	func() { counter = 100; bump() }()
	println(counter)
}
