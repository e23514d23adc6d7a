package cases

import "sync"

// The branch that signals leaves by a jump, and the change lies where it leads.
func total(numbers []int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() {
		if len(numbers) == 0 {
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `sum`"
			goto out
		}
		for _, n := range numbers {
			if n < 0 {
				goto out
			}
		}
		wg.Done()
		return
	out:
		sum = -1
	}()
	wg.Wait()
	return sum
}
