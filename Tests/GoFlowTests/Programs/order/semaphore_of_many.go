// answer: yes
// reason: The semaphore lets eight goroutines in at a time, which excludes nobody from the map.

package p

type slots chan struct{}

func (s slots) acquire() { s <- struct{}{} }
func (s slots) release() { <-s }

type crawler struct {
	slots slots
	seen  map[string]int
}

func (c *crawler) visit(url string, fetch func(string) int) {
	c.slots.acquire()
	defer c.slots.release()
	n := fetch(url)
	c.seen[url] = n // A B
}

func Crawl(urls []string, fetch func(string) int) {
	c := &crawler{slots: make(slots, 8), seen: map[string]int{}}
	done := make(chan bool)
	for _, u := range urls {
		go func() {
			c.visit(u, fetch)
			done <- true
		}()
	}
	for range urls {
		<-done
	}
}
