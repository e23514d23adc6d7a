// answer: no (distinct-elements)
// reason: Each goroutine writes only the element of its own iteration.

package p

import "sync"

type lookup func(key string) (int, error)

type answer struct {
	n   int
	err error
}

func LookupAll(keys []string, find lookup) []answer {
	results := make([]answer, len(keys))
	var wg sync.WaitGroup
	for i, key := range keys {
		wg.Go(func() {
			n, err := find(key)
			results[i] = answer{n, err} // A B
		})
	}
	wg.Wait()
	return results
}
