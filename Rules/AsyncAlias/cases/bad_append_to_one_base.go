// race: ok_clipped_base.go

package example

type Mailer struct{ out chan []string }

func Start() *Mailer {
	m := &Mailer{out: make(chan []string, 16)}
	go func() {
		for recipients := range m.out {
			for _, r := range recipients {
				println(r)
			}
		}
	}()
	return m
}

func (m *Mailer) Each(users []string) {
	base := make([]string, 0, 8)
	base = append(base, "audit", "archive")
	for _, user := range users {
		recipients := append(base, user)
		m.out <- recipients // want "`recipients` is handed over without a copy: a goroutine reads it while `\(\*Mailer\).Each` appends to the same array"
	}
}
