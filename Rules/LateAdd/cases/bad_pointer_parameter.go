package cases

import "sync"

func begin(wg *sync.WaitGroup) {
	(*wg).Add(1) // want "runs inside the goroutine that it counts"
	defer wg.Done()
}

func throughPointer() {
	group := new(sync.WaitGroup)
	go begin(group)
	group.Wait()
}
