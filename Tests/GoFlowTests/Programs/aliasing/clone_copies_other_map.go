// answer: yes
// reason: Whether the groups are there says nothing of the rights, which both have where there are no groups.

package p

type User struct {
	name   string
	rights map[string]int
	groups map[string]int
}

func (u User) clone() User {
	other := u
	if u.groups != nil {
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
