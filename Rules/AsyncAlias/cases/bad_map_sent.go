// race: ok_sent_and_forgotten.go

package example

type Meter struct{ reports chan map[string]int }

func NewMeter() *Meter {
	m := &Meter{reports: make(chan map[string]int, 4)}
	go m.deliver()
	return m
}

func (m *Meter) deliver() {
	for report := range m.reports {
		for name, count := range report {
			println(name, count)
		}
	}
}

func (m *Meter) Count(names <-chan string) {
	counts := map[string]int{}
	for name := range names {
		counts[name]++
		if len(counts) == 100 {
			m.reports <- counts // want "`counts` is handed over without a copy: a goroutine reads it while `\(\*Meter\).Count` .* the same map"
			clear(counts)
		}
	}
}
