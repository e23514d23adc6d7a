// answer: yes
// reason: eachParallel runs its function parameter in one goroutine per item, and all of them set the same maximum.

package p

import "sync"

func eachParallel[T any](items []T, f func(T)) {
	var wg sync.WaitGroup
	wg.Add(len(items))
	for _, it := range items {
		go func(it T) {
			defer wg.Done()
			f(it)
		}(it)
	}
	wg.Wait()
}

type file struct{ size int64 }

func Largest(files []file) int64 {
	var largest int64
	eachParallel(files, func(f file) {
		if f.size > largest {
			largest = f.size // A B
		}
	})
	return largest
}
