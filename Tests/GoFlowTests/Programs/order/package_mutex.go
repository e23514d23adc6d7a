// answer: no (locked)
// reason: The mutex is a package variable, so all calls lock the same one.

package p

import "sync"

var (
	sumsMu sync.Mutex
	sums   = map[string]int{}
)

func AddTo(name string, n int) {
	sumsMu.Lock()
	sums[name] += n // A
	sumsMu.Unlock()
}

func SumOf(names []string) (total int) {
	sumsMu.Lock()
	defer sumsMu.Unlock()
	for _, n := range names {
		total += sums[n] // B
	}
	return total
}

func AddEach(names []string) int {
	for _, n := range names {
		go AddTo(n, 1)
	}
	return SumOf(names)
}
