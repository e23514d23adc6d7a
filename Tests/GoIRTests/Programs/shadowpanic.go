package program

func panic(s string)   { println("own panic", s) }
func len(s string) int { return 42 }

type nil2 int

func Main() {
	defer panic("deferred")
	panic("called")
	println(len("abc"))
	true := false
	println(true)
	iota := 5
	println(iota)
	int := func(i float64) string { return "not a conversion" }
	println(int(1.5))
	append := "text"
	println(append)
	nil := 7
	println(nil)
	var string = 3
	println(string + 1)
}
