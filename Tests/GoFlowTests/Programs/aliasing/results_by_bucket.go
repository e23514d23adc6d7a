// answer: yes
// reason: The index is the hash bucket, not the iteration, so two keys of one bucket write the same element.

package p

import "sync"

type finder func(key string) int

func CountBuckets(keys []string, find finder) []int {
	buckets := make([]int, 4)
	var wg sync.WaitGroup
	for i, key := range keys {
		wg.Go(func() {
			n := find(key)
			buckets[i%len(buckets)] += n // A B
		})
	}
	wg.Wait()
	return buckets
}
