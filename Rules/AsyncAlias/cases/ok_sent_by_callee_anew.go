package example

func gen(out chan []int) {
	for i := 0; i < 9; i++ {
		buf := make([]int, 4)
		buf[0] = i
		out <- buf
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
