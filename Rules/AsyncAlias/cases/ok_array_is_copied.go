package example

func Samples(in <-chan int) {
	frames := make(chan [4]int, 4)
	go func() {
		for frame := range frames {
			for _, n := range frame {
				println(n)
			}
		}
	}()
	var frame [4]int
	i := 0
	for n := range in {
		frame[i%4] = n
		i++
		if i%4 == 0 {
			frames <- frame
		}
	}
}
