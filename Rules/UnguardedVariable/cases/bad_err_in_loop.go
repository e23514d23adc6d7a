// race: ok_joined_by_channel.go

package example

import (
	"os"
	"sync"
)

func Clean(dirs []string, report func(error)) error {
	names, err := os.ReadDir(dirs[0])
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err = os.Remove(name.Name()); err != nil { // want "variable `err` is written with no lock"
				report(err)
			}
			_, err = os.Stat(name.Name())
			if err == nil {
				println("still there")
			}
		}()
	}
	wg.Wait()
	return nil
}
