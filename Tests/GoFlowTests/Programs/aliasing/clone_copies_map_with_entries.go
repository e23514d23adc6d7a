// answer: yes
// reason: A map without entries may be there all the same: the copy has the same one.

package p

type User struct {
	name   string
	rights map[string]int
}

func (u User) clone() User {
	other := u
	if len(u.rights) > 0 {
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
