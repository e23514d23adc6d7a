// answer: yes
// reason: The outer literal is called where it stands, but what it starts goes on after it has returned.

package p

import "os"

func Preload(paths []string, cache func(string, []byte)) error {
	var last error
	for _, path := range paths {
		func() {
			go func() {
				b, err := os.ReadFile(path)
				if err != nil {
					last = err // A
					return
				}
				cache(path, b)
			}()
		}()
	}
	return last // B
}
