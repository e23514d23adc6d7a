// answer: yes
// reason: A two-index slice keeps the capacity, so the goroutines write the same element behind the common part.

package p

import "sync"

type pair struct{ key, value string }

func fanOutPairs(common []pair, hosts []string) [][]pair {
	sets := make([][]pair, len(hosts))
	common = common[:len(common)]
	var wg sync.WaitGroup
	for i, h := range hosts {
		wg.Add(1)
		go func(i int, host string) {
			defer wg.Done()
			set := append(common, pair{"Host", host}) // A B
			sets[i] = set
		}(i, h)
	}
	wg.Wait()
	return sets
}

func PreparePairs(hosts []string) int {
	common := make([]pair, 0, 10)
	common = append(common, pair{"Accept", "*/*"})
	return len(fanOutPairs(common, hosts))
}
