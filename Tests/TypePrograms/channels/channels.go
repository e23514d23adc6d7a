package channels

type C1 <-chan int
type C2 chan<- chan int
type C3 chan (<-chan int)
type C4 chan<- (chan int)
type C5 <-chan <-chan int
type C6 chan<- <-chan int
type C7 chan chan<- int
type C8 chan<- chan<- <-chan int
type C9 <-chan chan<- chan int

func f(a <-chan int, b chan<- chan int, c chan (<-chan int), d chan<- (chan int), e <-chan <-chan int, g chan<- <-chan int, h chan chan<- int, i chan<- chan<- <-chan int, j <-chan chan<- chan int, k chan<- chan int) {
	_, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, g, h, i, j, k
	x := <-c
	y := <-x
	z := <-e
	q := <-z
	r := <-h
	s := <-j
	r <- 1
	s <- make(chan int)
	_, _ = y, q
	mm := make(chan<- chan int)
	nn := make(chan<- <-chan (chan<- int), 3)
	_, _ = mm, nn
	var v interface{} = b
	if w, ok := v.(chan<- chan<- int); ok {
		_ = w
	}
	l := (<-chan int)(nil)
	o := (chan<- chan int)(nil)
	_, _ = l, o
	t := []chan<- chan int{}
	u := map[string]chan (<-chan struct{}){}
	_, _ = t[0], u[""]
	ff := func() chan<- func() { return nil }
	gg := func() <-chan func() <-chan int { return nil }
	_, _ = ff(), gg()
	for v := range gg() {
		_ = v()
	}
}
