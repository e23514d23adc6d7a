// answer: yes
// reason: The first element is not waited for: the loop of receives runs over the rest.

package p

type page struct{ links []string }

func Crawl(urls []string, fetch func(string) []string) (all []string) {
	pages := make([]page, len(urls))
	done := make(chan struct{}, len(urls))
	for i, u := range urls {
		go func() {
			pages[i].links = fetch(u) // A
			done <- struct{}{}
		}()
	}
	for range urls[1:] {
		<-done
	}
	for _, p := range pages { // B
		all = append(all, p.links...)
	}
	return all
}
