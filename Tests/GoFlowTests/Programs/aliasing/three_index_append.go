// answer: no (other-memory)
// reason: The three-index slice has no room to spare, so both appends allocate and neither writes the shared array.

package p

import "sync"

type header struct{ key, value string }

func fanOut(common []header, hosts []string) [][]header {
	sets := make([][]header, len(hosts))
	common = common[:len(common):len(common)]
	var wg sync.WaitGroup
	for i, h := range hosts {
		wg.Add(1)
		go func(i int, host string) {
			defer wg.Done()
			set := append(common, header{"Host", host}) // A B
			sets[i] = set
		}(i, h)
	}
	wg.Wait()
	return sets
}

func Prepare(hosts []string) int {
	common := make([]header, 0, 10)
	common = append(common, header{"Accept", "*/*"})
	return len(fanOut(common, hosts))
}
