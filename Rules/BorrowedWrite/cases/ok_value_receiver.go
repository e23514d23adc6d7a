package example

type set struct{ members map[string]bool }

func (s set) add(member string) set {
	s.members[member] = true
	return s
}
