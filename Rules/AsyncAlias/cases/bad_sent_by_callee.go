package example

func gen(out chan []int) {
	buf := make([]int, 4)
	for i := 0; i < 9; i++ {
		buf[0] = i
		out <- buf // want "`buf` is handed over without a copy"
	}
	close(out)
}

func Run() {
	ch := make(chan []int)
	go gen(ch)
	for b := range ch {
		println(b[0])
	}
}
