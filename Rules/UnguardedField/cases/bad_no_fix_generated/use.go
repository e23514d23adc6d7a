package example

// Nobody edits what a tool writes: there is no place for a mutex.
func use() int {
	m := &message{}
	done := make(chan bool)
	go func() {
		m.count++ // want "field `message.count` is written with no lock"
		done <- true
	}()
	m.count++
	<-done
	return m.count
}
