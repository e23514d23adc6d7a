package example

func count() <-chan []int {
	out := make(chan []int)
	go func() {
		defer close(out)
		v := make([]int, 1)
		for i := range 3 {
			v[0] = i
			out <- v // want "`v` is handed over without a copy"
		}
	}()
	return out
}

func Main() {
	for v := range count() {
		println(v[0])
	}
}
