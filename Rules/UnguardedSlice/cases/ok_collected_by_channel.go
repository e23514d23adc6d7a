package example

func Fetch(urls []string, get func(string) string) []string {
	bodies := make(chan string)
	for _, url := range urls {
		go func() { bodies <- get(url) }()
	}
	var results []string
	for range urls {
		results = append(results, <-bodies)
	}
	return results
}
