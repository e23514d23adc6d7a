package example

func Number(lines <-chan string, out chan<- string) {
	n := 0
	for line := range lines {
		n++
		go func(n int) {
			if n%2 == 0 {
				out <- line
			}
		}(n)
	}
}
