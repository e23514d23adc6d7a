package program

type stack []int

func (s *stack) push(v int) { *s = append(*s, v) }
func (s *stack) pop() int {
	old := *s
	v := old[len(old)-1]
	*s = old[:len(old)-1]
	return v
}
func (s stack) top() int { return s[len(s)-1] }

type counts map[string]int

func (c counts) add(k string) counts { c[k]++; return c }

type grid [2][2]rune

func (g *grid) set(x, y int, r rune) { g[y][x] = r }
func (g grid) at(x, y int) string    { return string(g[y][x]) }

type event chan int

func (e event) send(n int) { e <- n }

type ptr *int
type text string

func (t text) each(f func(int, rune)) {
	for i, r := range t {
		f(i, r)
	}
}

type number float64

func (n *number) scale(f number) *number { *n *= f; return n }

type boolean bool

func (b boolean) not() boolean { return !b }

func Main() {
	var s stack
	s.push(1)
	s.push(2)
	s.push(3)
	println(s.pop(), s.top(), len(s))
	p := &s
	p.push(9)
	(*p)[0] = 7
	println(p.top(), s[0], p.pop())
	c := counts{}
	c.add("a").add("b").add("a")
	println(c["a"], len(c))
	var g grid
	g.set(1, 0, 'x')
	h := g
	h.set(1, 0, 'y')
	println(g.at(1, 0), h.at(1, 0))
	e := make(event, 1)
	e.send(4)
	println(<-e)
	n := 5
	var q ptr = &n
	*q++
	println(n)
	sum := 0
	text("héy").each(func(i int, r rune) { sum += i })
	println(sum)
	var x number = 3
	x.scale(2).scale(1.5)
	println(x)
	println(boolean(true).not(), boolean(n > 3).not().not())
	m := map[text]*stack{"k": {1}}
	m["k"].push(5)
	println(m["k"].top(), m["k"].pop(), len(*m["k"]))
}
