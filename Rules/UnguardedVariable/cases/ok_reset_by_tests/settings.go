package example

import (
	"os"
	"sync"
)

var (
	once  sync.Once
	proxy string
)

func Proxy() string {
	once.Do(func() { proxy = os.Getenv("PROXY") })
	return proxy
}

func Watch(addresses <-chan string) {
	go func() {
		for address := range addresses {
			println(address, Proxy())
		}
	}()
}

// reset is called by tests alone, when nothing runs.
func reset() {
	once = sync.Once{}
	proxy = ""
}
