package example

func Each(users []string) {
	out := make(chan []string, 16)
	go func() {
		for recipients := range out {
			println(recipients[0])
		}
	}()
	base := make([]string, 0, 8)
	base = append(base, "audit", "archive")
	base = base[:len(base):len(base)]
	for _, user := range users {
		out <- append(base, user)
	}
}
