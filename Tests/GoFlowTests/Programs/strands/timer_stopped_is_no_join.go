// answer: yes
// reason: Stop does not wait for the function, which may have begun to write the verdict.

package p

import "time"

func Judge(done <-chan struct{}, limit time.Duration) string {
	verdict := "in time"
	t := time.AfterFunc(limit, func() {
		verdict = "late" // A
	})
	<-done
	t.Stop()
	return verdict // B
}
