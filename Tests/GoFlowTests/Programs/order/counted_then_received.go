// answer: no (joined)
// reason: The variable counts the goroutines that were started, and so many values are received.

package p

func Fetch(names []string, cached map[string]bool, get func(string) int) map[string]int {
	sizes := make([]int, len(names))
	done := make(chan bool)
	running := 0
	for i, name := range names {
		if cached[name] {
			continue
		}
		running++
		go func() {
			sizes[i] = get(name) // A
			done <- true
		}()
	}
	for ; running > 0; running-- {
		<-done
	}
	byName := map[string]int{}
	for i, name := range names {
		byName[name] = sizes[i] // B
	}
	return byName
}
