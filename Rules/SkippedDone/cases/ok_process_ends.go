package example

import (
	"log"
	"sync"
)

func mustAll(jobs []func() error) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			if err := job(); err != nil {
				log.Fatal(err)
			}
			if len(jobs) > 100 {
				panic("too many")
			}
			wg.Done()
		}()
	}
	wg.Wait()
}
