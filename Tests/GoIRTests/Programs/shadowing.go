package program

var x = "package"

func value() (int, error) { return 1, nil }

func result() (err error) {
	if n, err := value(); err == nil {
		println(n)
		_ = err
	}
	n, err := value()
	println(n, err == nil)
	return
}

func Main() {
	println(x)
	x := 1
	{
		x := x + 1
		x++
		println(x)
		{
			x, y := "inner", x
			println(x, y)
		}
		println(x)
	}
	println(x)
	for x := x; x < 3; x++ {
		x := x * 10
		println(x)
	}
	if x := "if"; x != "" {
		println(x)
	} else if x := x + "else"; x != "" {
		println(x)
	}
	switch x := x + 5; x := any(x).(type) {
	case int:
		x++
		println(x)
	}
	func(x string) { println(x) }("param")
	println(x)
	result()
	x, y := 5, x
	println(x, y)
	type x2 = int
	var z x2 = 3
	println(z)
	const c = 1
	{
		const c = c + 1
		println(c)
	}
}
