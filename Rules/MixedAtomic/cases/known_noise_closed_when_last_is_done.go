package example

import "sync/atomic"

// known-noise: that the last of all closes the channel, told by a counter, is not seen; only the
// goroutine that closes it is known to be done.
func Run(tasks []func() bool) int32 {
	left := int32(len(tasks))
	var failed int32
	done := make(chan struct{})
	for _, task := range tasks {
		go func() {
			if !task() {
				atomic.AddInt32(&failed, 1)
			}
			if atomic.AddInt32(&left, -1) == 0 {
				close(done)
			}
		}()
	}
	<-done
	return failed // want "variable `failed` is used through sync/atomic"
}
