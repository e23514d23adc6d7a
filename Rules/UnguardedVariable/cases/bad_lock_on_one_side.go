package example

import (
	"sync"
	"time"
)

func Progress(files []string, copy func(string)) {
	var mu sync.Mutex
	copied := 0
	go func() {
		for range time.Tick(time.Second) {
			println(copied, "of", len(files))
		}
	}()
	for _, file := range files {
		copy(file)
		mu.Lock()
		copied++ // want "variable `copied` is written with no lock"
		mu.Unlock()
	}
}
