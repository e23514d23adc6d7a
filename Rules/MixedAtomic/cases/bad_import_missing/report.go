package count

import (
	// How it is printed.
	"fmt"

	"os"
	"time"
)

func (m *Meter) Report() {
	for range time.Tick(time.Second) {
		fmt.Fprintln(os.Stderr, "bytes:", m.bytes)
		if m.bytes > 1<<30 {
			m.bytes = 0 // want "field `Meter.bytes` is used through sync/atomic"
		}
	}
}

func Watch(m *Meter, sizes <-chan uint64) {
	m.Follow(sizes)
	m.Report()
}
