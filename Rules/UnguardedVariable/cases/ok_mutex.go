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
			mu.Lock()
			println(copied, "of", len(files))
			mu.Unlock()
		}
	}()
	for _, file := range files {
		copy(file)
		mu.Lock()
		copied++
		mu.Unlock()
	}
}
