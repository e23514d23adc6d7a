// answer: no (distinct-elements)
// reason: A turn either writes its element itself or starts a goroutine that does.

package p

import "sync"

func Lengths(names []string) []int {
	var wg sync.WaitGroup
	out := make([]int, len(names))
	for i, name := range names {
		if name == "" {
			out[i] = -1 // A
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = len(name) // B
		}()
	}
	wg.Wait()
	return out
}
