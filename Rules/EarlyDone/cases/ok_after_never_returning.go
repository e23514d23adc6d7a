package cases

import (
	"fmt"
	"os"
	"sync"
)

func fail(err error) {
	panic(fmt.Errorf("cannot go on: %w", err))
}

// Nothing comes back from the calls before the changes.
func load(names []string) int {
	var wg sync.WaitGroup
	read := 0
	wg.Add(1)
	go func() {
		_, err := os.ReadFile(names[0])
		if err != nil {
			wg.Done()
			fail(err)
			read--
		}
		if len(names) > 1 {
			wg.Done()
			os.Exit(1)
			read--
		}
		read++
		wg.Done()
	}()
	wg.Wait()
	return read
}
