// answer: no (distinct-elements)
// reason: The goroutine writes behind the end of the words that the configuration has, which alone are encoded.

package p

import "encoding/json"

type config struct {
	Shell []string
}

type container struct {
	Config *config
}

func shell(c *container) []string {
	if len(c.Config.Shell) != 0 {
		return c.Config.Shell
	}
	return []string{"sh", "-c"}
}

func run(c *container, word string) int {
	words := append(shell(c), word) // A
	return len(words)
}

func Monitor(c *container, word string) ([]byte, error) {
	results := make(chan int, 1)
	go func() { results <- run(c, word) }()
	text, err := json.Marshal(c) // B
	<-results
	return text, err
}
