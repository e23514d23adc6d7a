package program

type t struct {
	buf [4]int
	p   *[2]int
}

func call() [3]int { println("called"); return [3]int{} }

func Main() {
	var p *t
	println(len(p.buf), cap(p.buf))
	for i := range p.buf {
		print(i, " ")
	}
	println(len(call()))
	for i := range call() {
		print(i, " ")
	}
	println()
	x := t{p: &[2]int{}}
	println(len(x.p), len(*x.p), len([3]int{}))
	var q *t
	println(len([2]*int{}), len("abc"), cap(q.buf))
}
