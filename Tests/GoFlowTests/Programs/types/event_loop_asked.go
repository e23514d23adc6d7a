// answer: no (one-goroutine)
// reason: Count asks the loop through a channel, and the loop itself measures its map.

package p

type Lobby struct {
	enter   chan string
	ask     chan chan int
	members map[string]bool
}

func NewLobby() *Lobby {
	l := &Lobby{enter: make(chan string), ask: make(chan chan int), members: map[string]bool{}}
	go func() {
		for {
			select {
			case name := <-l.enter:
				l.members[name] = true // A
			case reply := <-l.ask:
				reply <- len(l.members) // B
			}
		}
	}()
	return l
}

func (l *Lobby) Enter(name string) { l.enter <- name }

func (l *Lobby) Count() int {
	reply := make(chan int, 1)
	l.ask <- reply
	return <-reply
}
