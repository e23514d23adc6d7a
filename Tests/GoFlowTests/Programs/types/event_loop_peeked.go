// answer: yes
// reason: The loop owns the member map, but Count reads its length directly from the caller's goroutine.

package p

type Room struct {
	enter   chan string
	leave   chan string
	members map[string]bool
}

func NewRoom() *Room {
	r := &Room{enter: make(chan string), leave: make(chan string), members: map[string]bool{}}
	go func() {
		for {
			select {
			case name := <-r.enter:
				r.members[name] = true // A
			case name := <-r.leave:
				delete(r.members, name)
			}
		}
	}()
	return r
}

func (r *Room) Enter(name string) { r.enter <- name }

func (r *Room) Leave(name string) { r.leave <- name }

func (r *Room) Count() int {
	return len(r.members) // B
}
