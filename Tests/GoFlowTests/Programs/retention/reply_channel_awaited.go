// answer: no (joined)
// reason: The request carries a channel on which the server answers once it has done with the arguments.

package p

type call struct {
	args  []int
	reply chan int
}

type server struct{ calls chan *call }

func Start() *server {
	s := &server{calls: make(chan *call)}
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
	return <-c.reply
}

func Totals(s *server, rows [][]int) (totals []int) {
	args := make([]int, 0, 8)
	for _, r := range rows {
		args = append(args[:0], r...) // B
		totals = append(totals, s.Sum(args))
	}
	return totals
}
