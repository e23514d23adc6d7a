package example

var primes = []int{2, 3, 5, 7, 11, 13}

func Factor(numbers []int, out chan<- int) {
	for _, n := range numbers {
		go func() {
			for _, p := range primes {
				if n%p == 0 {
					out <- p
				}
			}
		}()
	}
	println(len(primes))
}
