package example

func watch(read func() bool, quit <-chan bool) {
	done := make(chan struct{})
	go func() {
		if !read() {
			return
		}
		close(done)
	}()
	if <-quit {
		close(done)
	}
	<-done
}
