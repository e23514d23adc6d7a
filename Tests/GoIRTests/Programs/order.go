package program

func say(s string, n int) int {
	println(s)
	return n
}

func list(s string) []int {
	println(s)
	return []int{1, 2, 3}
}

type box struct{ m map[int]int }

func (b *box) get(a, c int) int { return b.m[a] + c }

func make1(s string) *box {
	println(s)
	return &box{map[int]int{1: 10}}
}

func three(a, b, c int) { println(a, b, c) }

func Main() {
	list("base")[say("index", 1)] = say("value", 5)
	list("l1")[say("i1", 0)], list("l2")[say("i2", 1)] = say("v1", 1), say("v2", 2)
	list("op")[say("opi", 2)] += say("opv", 3)
	list("inc")[say("inci", 0)]++
	println(make1("recv").get(say("a", 1), say("c", 2)))
	three(say("x", 1), say("y", 2), say("z", 3))
	m := map[int]int{say("k1", 1): say("e1", 2), say("k2", 3): say("e2", 4)}
	println(len(m))
	b := box{m: map[int]int{say("key", 1): say("elem", 2)}}
	b.m[say("mk", 1)] += say("mv", 5)
	println(b.m[1])
	_ = say("blank", 1)
	println(say("p1", 1), say("p2", 2))
	switch say("tag", 2) {
	case say("c1", 1), say("c2", 2), say("c3", 3):
		println("matched")
	}
	s := list("sl")[say("lo", 0):say("hi", 2):say("max", 3)]
	println(len(s), cap(s))
	println(say("add1", 1) + say("add2", 2)*say("add3", 3))
}
