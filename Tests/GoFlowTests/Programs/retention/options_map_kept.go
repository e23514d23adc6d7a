// answer: yes
// reason: The reporter keeps the caller's map as its own, and its goroutine ranges over it while the caller adds a label.

package p

import (
	"fmt"
	"time"
)

type Reporter struct {
	labels map[string]string
	print  func(string)
}

func StartReporter(labels map[string]string, print func(string)) *Reporter {
	r := &Reporter{labels: labels, print: print}
	go r.run(time.NewTicker(time.Millisecond))
	return r
}

func (r *Reporter) run(t *time.Ticker) {
	for now := range t.C {
		line := now.Format(time.RFC3339)
		for k, v := range r.labels { // A
			line += fmt.Sprintf(" %s=%q", k, v)
		}
		r.print(line)
	}
}

func Main(print func(string), regions []string) {
	labels := map[string]string{"app": "billing"}
	StartReporter(labels, print)
	for _, region := range regions {
		labels["region"] = region // B
		time.Sleep(time.Second)
	}
}
