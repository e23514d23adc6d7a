// answer: yes
// reason: Where the timeout comes first the server may still read the arguments that the caller rewrites.

package p

import "time"

type call struct {
	args  []int
	reply chan int
}

type server struct{ calls chan *call }

func Start() *server {
	s := &server{calls: make(chan *call, 8)}
	go func() {
		for c := range s.calls {
			sum := 0
			for _, a := range c.args { // A
				sum += a
			}
			c.reply <- sum
		}
	}()
	return s
}

func (s *server) Sum(args []int) int {
	c := &call{args: args, reply: make(chan int, 1)}
	s.calls <- c
	select {
	case sum := <-c.reply:
		return sum
	case <-time.After(time.Second):
		return -1
	}
}

func Totals(s *server, rows [][]int) (totals []int) {
	args := make([]int, 8)
	for _, r := range rows {
		copy(args, r) // B
		totals = append(totals, s.Sum(args))
	}
	return totals
}
