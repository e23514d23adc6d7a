package program

func drain(c chan int) (n int) {
	for {
		select {
		case v, ok := <-c:
			if !ok {
				return n
			}
			n += v
		}
	}
}

func Main() {
	c := make(chan int, 5)
	for i := range 5 {
		select {
		case c <- i:
		default:
			println("full")
		}
	}
	select {
	case c <- 9:
		println("sent")
	default:
		println("full")
	}
	close(c)
	println(drain(c))
	a, b := make(chan int), make(chan string)
	done := make(chan bool)
	go func() {
		for i := range 2 {
			a <- i
			b <- "s"
		}
		close(done)
	}()
	count := 0
	for running := true; running; {
		select {
		case v := <-a:
			count += v + 10
		case s := <-b:
			count += len(s)
		case <-done:
			running = false
		}
	}
	println(count)
	var out chan<- int
	x := 0
	q := make(chan int, 1)
	for i := range 4 {
		if i == 2 {
			out = q
		}
		select {
		case out <- i:
			x = i
		case <-make(chan int):
		default:
			x--
		}
	}
	println(x, <-q)
	m := map[string]int{}
	q <- 4
	select {
	case m["k"] = <-q:
	}
	q <- 6
	p := new(int)
	select {
	case *p = <-q:
	}
	println(m["k"], *p)
	res := make(chan func() int, 1)
	select {
	case res <- func() int { return 8 }:
	}
	println((<-res)())
	func() {
		select {
		case <-done:
			defer println("deferred in select")
			return
		}
	}()
}
