// answer: no (other-memory)
// reason: Each of the two slices is copied where it is there, and where it is nil there is nothing to share.

package p

type Rule struct {
	from []string
	to   []string
}

func (r Rule) clone() Rule {
	c := r
	if r.from != nil {
		c.from = append([]string(nil), r.from...)
	}
	if r.to != nil {
		c.to = append([]string(nil), r.to...)
	}
	return c
}

func Change(r Rule) string {
	c := r.clone()
	go func() {
		c.to[0] = c.from[0] // A
	}()
	return r.to[0] // B
}
