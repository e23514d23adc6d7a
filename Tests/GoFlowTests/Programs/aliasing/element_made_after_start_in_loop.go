// answer: yes
// reason: the goroutine of the turn may look at the element before it is filled
package example

import "sync"

type env struct{ n int }

func Each(n int) {
	envs := make([]*env, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if envs[i] != nil { // B
				envs[i].n++
			}
		}()
		envs[i] = &env{} // A
	}
	wg.Wait()
}
