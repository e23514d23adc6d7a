// answer: yes
// reason: there is room for two: once the semaphore is taken again, one goroutine may run still
package example

func Sum(numbers []int) int {
	sum := 0
	busy := make(chan struct{}, 2)
	add := func(n int) {
		sum += n // A
		<-busy
	}
	for _, n := range numbers {
		busy <- struct{}{}
		go add(n)
	}
	busy <- struct{}{}
	return sum // B
}
