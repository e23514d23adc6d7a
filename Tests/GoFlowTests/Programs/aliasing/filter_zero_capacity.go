// answer: no (other-memory)
// reason: members[:0:0] has no capacity, so the first append allocates and the filter never writes the audited array.

package p

import "log"

type member struct {
	name   string
	active bool
}

func auditMembers(members []member) {
	for i := range members {
		log.Println("seen", members[i].name) // A
	}
}

func ActiveMembers(members []member) []member {
	go auditMembers(members)
	kept := members[:0:0]
	for _, u := range members {
		if u.active {
			kept = append(kept, u) // B
		}
	}
	return kept
}
