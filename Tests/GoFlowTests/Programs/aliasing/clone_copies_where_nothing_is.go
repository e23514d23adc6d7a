// answer: yes
// reason: The clone gets a map of its own only where there was none: else it shares the one that is there.

package p

type User struct {
	name   string
	rights map[string]int
}

func (u User) clone() User {
	other := u
	if u.rights == nil {
		other.rights = make(map[string]int)
	}
	return other
}

func Grant(u User) int {
	other := u.clone()
	go func() {
		other.rights["read"]++ // A
	}()
	return u.rights["read"] // B
}
