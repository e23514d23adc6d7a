package program

func t(s string) bool { print(s, " "); return true }
func f(s string) bool { print(s, " "); return false }

func Main() {
	println(t("a") && f("b") && t("c"))
	println(f("a") || t("b") || t("c"))
	println(t("a") && (f("b") || t("c")) && !f("d"))
	x := f("1") || t("2") && !t("3")
	println(x)
	if (t("p") && f("q")) || (t("r") && !f("s")) {
		println("yes")
	}
	for i := 0; i < 3 && t("loop") && (i != 1 || t("one")); i++ {
		print(i, " ")
	}
	println()
	var p *struct{ n int }
	if p != nil && p.n > 0 || p == nil {
		println("nil guarded")
	}
	y := []bool{t("x") && f("y"), f("z") || t("w")}
	println(y[0], y[1])
	g := func(a, b bool) bool { return a && b }
	println(g(t("m") || f("n"), !f("o") && t("p")))
	n := 0
	inc := func() bool { n++; return n > 2 }
	for !inc() && !inc() {
	}
	println(n)
	switch {
	case f("s1") || f("s2"), t("s3") && t("s4"):
		println("switch")
	}
	z := n > 0 && (n < 10 || f("no")) == true
	println(z)
}
