package example

import "sync"

type user struct {
	name  string
	admin bool
}

type Users struct {
	mu   sync.Mutex
	byID map[int]*user
}

// Add completes the user before others can find it.
func (u *Users) Add(id int, name string) {
	added := &user{name: name}
	added.admin = id == 0
	u.mu.Lock()
	u.byID[id] = added
	u.mu.Unlock()
}

func (u *Users) Watch(ids <-chan int) {
	go func() {
		for id := range ids {
			u.mu.Lock()
			found := u.byID[id]
			u.mu.Unlock()
			if found != nil && found.admin {
				println(found.name)
			}
		}
	}()
}
