package example

import "fmt"

var free = make([]int, 1000)

// What is found out first must still be true when an element is taken: one lock is held for both.
func take() (int, error) {
	if len(free) == 0 {
		return 0, fmt.Errorf("none of %d free", 1000)
	}
	id := free[0]
	free = free[1:] // want "slice `free` is changed with no lock"
	return id, nil
}

func Drain() int {
	sums := make(chan int)
	for range 4 {
		go func() {
			sum := 0
			for {
				id, err := take()
				if err != nil {
					break
				}
				sum += id
			}
			sums <- sum
		}()
	}
	sum := 0
	for range 4 {
		sum += <-sums
	}
	return sum
}
