package example

// known-miss: what a called function makes and sends on a channel parameter is not joined with
// what the caller receives.

func gen(out chan []int) {
	buf := make([]int, 4)
	for i := 0; i < 9; i++ {
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
