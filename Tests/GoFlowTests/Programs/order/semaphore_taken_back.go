// answer: no (joined)
// reason: the semaphore has room for one: once it is taken again, the goroutine has given it back
package example

func Sum(numbers []int) int {
	sum := 0
	busy := make(chan struct{}, 1)
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
