package program

func f(n int) int { print("f", n, " "); return n }

func Main() {
	switch n := 3; {
	case n > 2:
		println("big")
	}
	switch true {
	case f(1) == 2, f(2) == 2:
		println("second")
	case f(3) == 3:
		println("never")
	}
	switch {
	default:
		println("only default")
	}
	switch x := f(5); x {
	case 1, 2, 3:
	case 4, 5:
		fallthrough
	case 6:
		println("fell into six")
		fallthrough
	default:
		println("and default")
	case 7:
		println("never")
	}
	switch s := "b"; s + "c" {
	case "b" + "c":
		println("bc")
	}
	switch f(9) {
	}
	var e any = 2
	switch e {
	case "2":
		println("string")
	case 2.0:
		println("float")
	case int64(2):
		println("int64")
	case 2:
		println("int")
	}
	type k struct{ a, b int }
	switch (k{1, 2}) {
	case k{2, 1}:
		println("no")
	case k{1, 2}:
		println("struct")
	}
	for i := range 4 {
		switch i {
		case 0:
			continue
		case 2:
			break
		default:
			print(i, " ")
		}
		print("end", i, " ")
	}
	println()
	var p *int
	switch p {
	case nil:
		println("nil pointer")
	}
	switch b := byte('x'); b {
	case 'w', 'x':
		println("byte")
	}
}
