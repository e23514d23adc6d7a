package example

// The goroutine is there to fill it: a copy would lose what it finds.
func Names(load func(int) string, n int, done chan bool) []string {
	names := make([]string, n)
	go func() {
		for i := range n {
			names[i] = load(i) // want "`names` is shared with a goroutine without a copy"
		}
		done <- true
	}()
	for _, name := range names {
		if name == "" {
			println("not yet")
		}
	}
	<-done
	return names
}
