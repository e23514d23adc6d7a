// race: ok_read_only_table.go

package example

var sessions = map[string]bool{}

func Login(user string) {
	sessions[user] = true // want "map `sessions` is written with no lock"
}

func Watch(users []string) {
	go func() {
		for _, user := range users {
			if sessions[user] {
				println(user)
			}
		}
	}()
	Login("root")
}
