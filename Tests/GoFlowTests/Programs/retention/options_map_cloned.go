// answer: no (copied)
// reason: StartBeacon clones the labels before it starts the goroutine, so the caller's later writes go to another map.

package p

import (
	"fmt"
	"maps"
	"time"
)

type Beacon struct {
	labels map[string]string
	print  func(string)
}

func StartBeacon(labels map[string]string, print func(string)) *Beacon {
	r := &Beacon{labels: maps.Clone(labels), print: print}
	go r.run(time.NewTicker(time.Millisecond))
	return r
}

func (r *Beacon) run(t *time.Ticker) {
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
	StartBeacon(labels, print)
	for _, region := range regions {
		labels["region"] = region // B
		time.Sleep(time.Millisecond)
	}
}
