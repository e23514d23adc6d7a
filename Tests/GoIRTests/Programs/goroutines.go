package program

func worker(id int, jobs <-chan int, results chan<- [2]int) {
	for j := range jobs {
		results <- [2]int{id, j * j}
	}
}

type server struct {
	requests chan func()
	n        int
}

func (s *server) run() {
	for f := range s.requests {
		f()
	}
}

func (s *server) do(f func()) {
	done := make(chan struct{})
	s.requests <- func() { f(); close(done) }
	<-done
}

func Main() {
	jobs, results := make(chan int), make(chan [2]int)
	go worker(7, jobs, results)
	sum := 0
	for i := range 3 {
		jobs <- i
		r := <-results
		sum += r[0] + r[1]
	}
	close(jobs)
	println(sum)
	s := &server{requests: make(chan func())}
	go s.run()
	s.do(func() { s.n += 5 })
	s.do(func() { s.n *= 2 })
	println(s.n)
	c := make(chan int)
	for i := 0; i < 3; i++ {
		go func() { c <- i }()
	}
	total := 0
	for range 3 {
		total += <-c
	}
	println(total)
	errs := make(chan any, 1)
	go func() {
		defer func() { errs <- recover() }()
		panic("in goroutine")
	}()
	println((<-errs).(string))
	go func(x int) { c <- x }(sum)
	sum = 0
	println(<-c)
	ready := make(chan bool)
	go close(ready)
	<-ready
	pipe := func(in chan int) chan int {
		out := make(chan int)
		go func() {
			defer close(out)
			for v := range in {
				out <- v + 1
			}
		}()
		return out
	}
	src := make(chan int)
	dst := pipe(pipe(src))
	go func() { src <- 1; src <- 2; close(src) }()
	for v := range dst {
		print(v, " ")
	}
	println()
}
