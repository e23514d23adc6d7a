// race: ok_deferred_first.go

package cases

import (
	"path/filepath"
	"sync"
)

type visitor struct{ symbols []string }

func (v *visitor) walk(path string) { v.symbols = append(v.symbols, filepath.Base(path)) }

// The results are appended in a deferred call that runs after Done.
func symbolsOf(paths []string) []string {
	var symbols []string
	var mutex sync.Mutex
	var wg sync.WaitGroup
	wg.Add(len(paths))
	for _, path := range paths {
		go func(path string) {
			v := &visitor{}
			defer func() {
				mutex.Lock()
				symbols = append(symbols, v.symbols...)
				mutex.Unlock()
			}()
			defer wg.Done() // want "runs before, the deferred change of `symbols`"
			v.walk(path)
		}(path)
	}
	wg.Wait()
	return symbols
}
