// answer: no (other-memory)
// reason: Where the map is nil there is nothing that the copy could share, and elsewhere it is copied.

package p

type User struct {
	name   string
	rights map[string]int
}

func (u User) clone() User {
	other := u
	if u.rights != nil {
		other.rights = make(map[string]int, len(u.rights))
		for k, v := range u.rights {
			other.rights[k] = v
		}
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
