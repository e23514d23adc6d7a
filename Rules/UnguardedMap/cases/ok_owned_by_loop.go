package example

type Rooms struct {
	join  chan string
	leave chan string
}

func Start() *Rooms {
	r := &Rooms{join: make(chan string), leave: make(chan string)}
	go r.run()
	return r
}

func (r *Rooms) run() {
	members := map[string]bool{}
	for {
		select {
		case name := <-r.join:
			members[name] = true
		case name := <-r.leave:
			delete(members, name)
		}
	}
}

func (r *Rooms) Join(name string) { r.join <- name }
