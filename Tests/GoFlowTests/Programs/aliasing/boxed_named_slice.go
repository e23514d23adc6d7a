// answer: yes
// reason: Converting to the named type and boxing it in an interface keep the backing array that the caller goes on writing.

package p

import "fmt"

type Scores []int

func (s Scores) String() string {
	best := 0
	for _, v := range s { // A
		best = max(best, v)
	}
	return fmt.Sprint("best ", best)
}

type board struct{ queue chan fmt.Stringer }

func newBoard() *board {
	b := &board{queue: make(chan fmt.Stringer, 10)}
	go func() {
		for item := range b.queue {
			_ = item.String()
		}
	}()
	return b
}

func Play(rounds int) []int {
	b := newBoard()
	scores := make([]int, 3)
	for r := 0; r < rounds; r++ {
		scores[r%3] += r // B
		b.queue <- Scores(scores)
	}
	return scores
}
