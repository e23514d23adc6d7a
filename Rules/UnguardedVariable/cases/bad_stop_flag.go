package example

import "time"

func Spin(work func()) {
	stop := false
	go func() {
		for !stop {
			work()
		}
	}()
	time.Sleep(time.Second)
	stop = true // want "variable `stop` is written with no lock"
}
