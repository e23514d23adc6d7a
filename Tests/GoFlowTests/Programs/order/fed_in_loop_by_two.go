// answer: yes
// reason: Two goroutines take from the channel into which the caller sends, and both note what they saw in one map.

package p

func Distinct(all <-chan string) int {
	next := make(chan string)
	seen := map[string]bool{}
	for i := 0; i < 2; i++ {
		go func() {
			for name := range next {
				if seen[name] { // A
					continue
				}
				seen[name] = true // B
			}
		}()
	}
	count := 0
	for name := range all {
		next <- name
		count++
	}
	close(next)
	return count
}
