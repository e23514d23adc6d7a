// race: ok_plain_after_wait.go

package example

import "sync/atomic"

func Copy(files []string, copy func(string), tick <-chan bool) {
	var left = int32(len(files))
	go func() {
		for _, file := range files {
			copy(file)
			atomic.AddInt32(&left, -1)
		}
	}()
	for range tick {
		if left == 0 { // want "variable `left` is used through sync/atomic"
			return
		}
	}
}
