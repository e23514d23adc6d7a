package program

func generate(c chan<- int) {
	for i := 2; ; i++ {
		c <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		i := <-in
		if i%prime != 0 {
			out <- i
		}
	}
}

type event struct {
	kind string
	done chan<- int
}

func loop(events <-chan event, quit <-chan struct{}) (handled int) {
	for {
		select {
		case e := <-events:
			handled++
			if e.done != nil {
				e.done <- handled
			}
		case <-quit:
			return
		}
	}
}

func Main() {
	c := make(chan int)
	go generate(c)
	for range 6 {
		p := <-c
		print(p, " ")
		next := make(chan int)
		go filter(c, next, p)
		c = next
	}
	println()
	events, quit, result := make(chan event), make(chan struct{}), make(chan int)
	go func() { result <- loop(events, quit) }()
	events <- event{kind: "a"}
	done := make(chan int)
	events <- event{"b", done}
	println(<-done)
	close(quit)
	println(<-result)
	sem := make(chan struct{}, 2)
	out := make(chan int, 4)
	for i := range 4 {
		go func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			out <- i * i
		}()
	}
	sum := 0
	for range 4 {
		sum += <-out
	}
	println(sum)
}
