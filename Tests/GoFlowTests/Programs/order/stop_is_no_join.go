// answer: yes
// reason: Stop does not wait for a timer function that has already begun, so it may still write the flag.

package p

import "time"

func Within(d time.Duration, work func()) bool {
	late := false
	t := time.AfterFunc(d, func() {
		late = true // A
	})
	work()
	t.Stop()
	return late // B
}
