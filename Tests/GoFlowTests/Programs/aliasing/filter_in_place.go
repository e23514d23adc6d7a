// answer: yes
// reason: kept starts at the beginning of the same array, so filtering overwrites the users that the audit goroutine reads.

package p

import "log"

type user struct {
	name   string
	active bool
}

func audit(users []user) {
	for i := range users {
		log.Println("seen", users[i].name) // A
	}
}

func Active(users []user) []user {
	go audit(users)
	kept := users[:0]
	for _, u := range users {
		if u.active {
			kept = append(kept, u) // B
		}
	}
	return kept
}
