// answer: no (locked)
// reason: The channel holds one token: whoever has sent owns the section until it receives, as with a mutex.

package p

type gate chan struct{}

func (g gate) enter() { g <- struct{}{} }
func (g gate) leave() { <-g }

type scoreboard struct {
	gate   gate
	points map[string]int
}

func (s *scoreboard) score(team string, n int) {
	s.gate.enter()
	defer s.gate.leave()
	s.points[team] += n // A B
}

func Play(rounds int) {
	s := &scoreboard{gate: make(gate, 1), points: map[string]int{}}
	done := make(chan bool)
	for range rounds {
		go func() {
			s.score("home", 1)
			done <- true
		}()
	}
	for range rounds {
		<-done
	}
}
