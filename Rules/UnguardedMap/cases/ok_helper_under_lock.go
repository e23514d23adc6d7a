package example

import "sync"

type Users struct {
	mu     sync.Mutex
	byName map[string]int
}

func NewUsers() *Users {
	u := &Users{byName: map[string]int{}}
	go func() {
		u.mu.Lock()
		defer u.mu.Unlock()
		println(u.findLocked("root"))
	}()
	return u
}

func (u *Users) findLocked(name string) int { return u.byName[name] }

func (u *Users) Add(name string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.findLocked(name) == 0 {
		u.byName[name] = len(u.byName) + 1
	}
}
