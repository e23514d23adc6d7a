// answer: no (joined)
// reason: Once all seats are taken again, every goroutine has given its own back.

package p

func Squares(count int) int {
	seats := make(chan struct{}, 4)
	squares := make([]int, count)
	for i := range count {
		seats <- struct{}{}
		go func() {
			defer func() { <-seats }()
			squares[i] = i * i // A
		}()
	}
	for range cap(seats) {
		seats <- struct{}{}
	}
	return squares[0] // B
}
