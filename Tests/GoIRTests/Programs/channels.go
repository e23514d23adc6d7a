package program

func produce(n int, c chan<- int) {
	for i := range n {
		c <- i
	}
	close(c)
}

func Main() {
	c := make(chan int)
	go produce(3, c)
	for v := range c {
		print(v, " ")
	}
	v, ok := <-c
	println(v, ok)
	b := make(chan string, 2)
	b <- "a"
	b <- "b"
	println(len(b), cap(b), <-b, <-b)
	done := make(chan struct{})
	result := 0
	go func() {
		defer close(done)
		result = 42
	}()
	<-done
	println(result)
	select {
	case v := <-b:
		println("got", v)
	default:
		println("empty")
	}
	b <- "x"
	select {
	case v, ok := <-b:
		println("got", v, ok)
	default:
		println("empty")
	}
	var nilc chan int
	select {
	case <-nilc:
	case nilc <- 1:
	case <-done:
		println("done is closed")
	}
	for i := 0; ; i++ {
		select {
		case b <- "s":
			if i == 1 {
				break
			}
			continue
		default:
		}
		println("i", i)
		break
	}
	out := make(chan int)
	quit := make(chan bool)
	go func() {
		for range 3 {
			print(<-out, " ")
		}
		quit <- true
	}()
	x, y := 0, 1
loop:
	for {
		select {
		case out <- x:
			x, y = y, x+y
		case <-quit:
			println("quit")
			break loop
		}
	}
	reply := make(chan chan int, 1)
	r := make(chan int, 1)
	reply <- r
	(<-reply) <- 7
	println(<-r)
	a := []int{0, 0}
	idx := 0
	r <- 5
	select {
	case a[idx] = <-r:
		idx = 1
	}
	println(a[0], idx)
	r <- 6
	var got bool
	select {
	case a[1], got = <-r:
	}
	println(a[1], got)
	var bs [3]bool
	at := 1
	r <- 1
	select {
	case at, bs[at] = <-r:
	}
	r <- 2
	select {
	case at, bs[at] = <-r:
	}
	println(at, bs[0], bs[1], bs[2])
	var e any
	r <- 8
	e = <-r
	println(e.(int))
	r <- 9
	e, got = <-r
	println(e.(int), got)
	batch := []int{1}
	bc := make(chan []int, 1)
	bc <- batch
	batch = nil
	println(len(<-bc), batch == nil)
	f := func() chan int { println("channel"); return r }
	g := func() int { println("value"); return 3 }
	select {
	case f() <- g():
	default:
	}
	println(<-r)
}
