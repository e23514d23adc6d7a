package program

func classify(n int) (s string) {
	switch {
	case n < 0:
		s = "neg"
	case n == 0:
		s = "zero"
		fallthrough
	case n == 1:
		s += "-small"
		fallthrough
	default:
		s += "-default"
	case n > 100:
		s = "big"
	}
	return
}

func tagged(n int) int {
	switch m := n * 2; m {
	default:
		return -1
	case 2, 4:
		return m
	case 6:
		if n == 3 {
			break
		}
		return 100
	}
	return 0
}

func gotos(n int) int {
	i, sum := 0, 0
loop:
	if i < n {
		i++
		if i%2 == 0 {
			goto loop
		}
		sum += i
		goto loop
	}
	if sum > 100 {
		goto end
	}
	sum *= 2
end:
	return sum
}

func dead() int {
	return 1
	println("dead")
lost:
	for {
		break lost
	}
	return 2
}

func empty() {}

func Main() {
	for _, n := range []int{-1, 0, 1, 2, 101} {
		println(classify(n))
	}
	println(tagged(1), tagged(2), tagged(3), tagged(4))
	println(gotos(5), gotos(50))
outer:
	for i := 0; ; i++ {
		for j := range 5 {
			switch {
			case j == 1:
				continue
			case j == 3:
				continue outer
			case i == 2:
				break outer
			}
			print(i, j, " ")
		}
	}
	println()
	println(dead())
	empty()
sw:
	switch {
	default:
		for {
			break sw
		}
		println("not here")
	}
	a, b := true, false
	if a && !b || func() bool { println("no"); return true }() {
		println("short")
	}
	if !(a && b) && (b || a) {
		println("nested")
	}
	c := a && b || !a
	d := b || func() bool { println("evaluated"); return true }()
	println(c, d)
	if x := 5; x > 10 {
		println("big")
	} else if y := x * 2; y > 5 {
		println(x, y)
	} else {
		println("none")
	}
	for i, j := 0, 5; i < j; i, j = i+1, j-1 {
		print(i, j, " ")
	}
	println()
	n := 0
	for n < 3 {
		n++
	}
	for {
		n++
		if n > 10 {
			break
		}
	}
	println(n)
	switch n {
	}
	switch x := any(n); x {
	case "s", 3.5:
		println("wrong")
	case 11:
		println("eleven")
	}
	switch f := func(i int) int { println("once"); return i }; f(2) {
	case f(1), f(2):
		println("two")
	case f(3):
	}
	{
		n := "shadow"
		println(n)
	}
	println(n)
	i := 0
back:
	f := i
	g := func() int { f++; return f }
	if g() < 3 {
		i++
		goto back
	}
	println(f, i)
}
