package cases

import (
	"log"
	"os"
	"sync"
)

// What follows the signal is logging and cleaning up.
func convert(names []string, one func(string) error) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Add(1)
		go func() {
			err := one(name)
			wg.Done()
			if err != nil {
				log.Printf("%s: %v", name, err)
			}
			os.Remove(name + ".tmp")
		}()
	}
	wg.Wait()
}
