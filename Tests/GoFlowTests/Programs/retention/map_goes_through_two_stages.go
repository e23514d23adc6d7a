// answer: no (handed-over)
// reason: Each stage has the map alone until it sends it on.

package p

func mark(key string, in <-chan map[string]int) <-chan map[string]int {
	out := make(chan map[string]int)
	go func() {
		defer close(out)
		for counts := range in {
			counts[key] = 1 // A
			out <- counts
		}
	}()
	return out
}

func Run() int {
	source := make(chan map[string]int)
	go func() {
		defer close(source)
		source <- map[string]int{}
	}()
	n := 0
	for counts := range mark("b", mark("a", source)) {
		delete(counts, "a") // B
		n++
	}
	return n
}
