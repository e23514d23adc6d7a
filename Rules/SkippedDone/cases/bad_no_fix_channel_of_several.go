package example

import "os"

func sizes(paths []string) int64 {
	found := make(chan int64)
	for _, path := range paths {
		go func() {
			info, err := os.Stat(path)
			if err != nil {
				return
			}
			found <- info.Size() // want "`found <- info.Size..` is left out by an early return"
		}()
	}
	var sum int64
	for range paths {
		sum += <-found
	}
	return sum
}
