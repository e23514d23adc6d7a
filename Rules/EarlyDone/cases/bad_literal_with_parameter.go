package cases

import "sync"

func setThroughPointer() int {
	var wg sync.WaitGroup
	value := 0
	wg.Add(1)
	go func(p *int) {
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `\*p`"
		*p = 4
	}(&value)
	wg.Wait()
	return value
}
