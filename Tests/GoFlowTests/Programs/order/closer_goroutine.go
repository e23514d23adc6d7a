// answer: no (joined)
// reason: results is closed after Wait, and the range over it ends only then, so all tallies are final when they are read.

package p

import "sync"

type tally struct{ ok, failed int }

func Verify(files []string, check func(string) error) (tally, []string) {
	results := make(chan string)
	tallies := make([]tally, 4)
	in := make(chan string)
	var wg sync.WaitGroup
	for i := range tallies {
		wg.Go(func() {
			for f := range in {
				if check(f) != nil {
					tallies[i].failed++ // A
					results <- f
				}
			}
		})
	}
	go func() {
		for _, f := range files {
			in <- f
		}
		close(in)
		wg.Wait()
		close(results)
	}()
	var bad []string
	for f := range results {
		bad = append(bad, f)
	}
	var sum tally
	for i := range tallies {
		sum.failed += tallies[i].failed // B
	}
	return sum, bad
}
