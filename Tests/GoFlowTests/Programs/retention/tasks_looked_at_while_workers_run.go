// answer: yes
// reason: That the channel is closed says nothing to who sent; nothing waits for the workers.

package p

type task struct{ n int }

func Run(tasks []*task) int {
	queue := make(chan *task)
	for range 4 {
		go func() {
			for t := range queue {
				t.n = 1 // A
			}
		}()
	}
	for _, t := range tasks {
		queue <- t
	}
	close(queue)
	sum := 0
	for _, t := range tasks {
		sum += t.n // B
	}
	return sum
}
