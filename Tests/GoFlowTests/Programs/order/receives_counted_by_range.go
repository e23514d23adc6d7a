// answer: no (joined)
// reason: One value is received for each element for which a goroutine was started.

package p

type page struct{ links []string }

func Crawl(urls []string, fetch func(string) []string) (all []string) {
	pages := make([]page, len(urls))
	done := make(chan struct{})
	for i, u := range urls {
		go func() {
			pages[i].links = fetch(u) // A
			done <- struct{}{}
		}()
	}
	for range urls {
		<-done
	}
	for _, p := range pages { // B
		all = append(all, p.links...)
	}
	return all
}
