package example

import "sync"

func apply(ops []int, run func(int)) {
	var wg sync.WaitGroup
	wg.Add(len(ops))
	for _, op := range ops {
		go func() {
			switch {
			case op < 0:
				println("unknown", op)
				return
			case op == 0:
				run(1)
			default:
				run(op)
			}
			wg.Done() // want "is left out by an early return"
		}()
	}
	wg.Wait()
}
