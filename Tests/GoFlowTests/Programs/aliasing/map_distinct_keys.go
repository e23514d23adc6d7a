// answer: yes
// reason: Writes of different keys still change one map, which no two goroutines may do at once.

package p

import (
	"os"
	"sync"
)

func Environment() map[string]string {
	env := make(map[string]string)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		host, _ := os.Hostname()
		env["host"] = host // A
	}()
	go func() {
		defer wg.Done()
		dir, _ := os.Getwd()
		env["dir"] = dir // B
	}()
	wg.Wait()
	return env
}
