package example

import "sync"

func Unique(groups [][]string, report func([]string)) {
	var wg sync.WaitGroup
	for _, group := range groups {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var seen []string
			for i, name := range group {
				if i == 0 || name != group[i-1] {
					seen = append(seen, name)
				}
			}
			report(seen)
		}()
	}
	wg.Wait()
}
