// answer: no (distinct-elements)
// reason: each turn fills its own element, and the goroutines of earlier turns read theirs
package example

import "sync"

type env struct{ n int }

func Each(n int) {
	envs := make([]*env, n)
	var wg sync.WaitGroup
	for i := range n {
		envs[i] = &env{} // A
		wg.Add(1)
		go func() {
			defer wg.Done()
			envs[i].n++ // B
		}()
	}
	wg.Wait()
}
