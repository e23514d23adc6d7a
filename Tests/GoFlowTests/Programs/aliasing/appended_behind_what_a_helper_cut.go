// answer: yes
// reason: A helper gives the other configuration the first word alone, and the goroutine writes behind it what is encoded.

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

func first(words []string) ([]string, bool) {
	if len(words) == 0 {
		return words, false
	}
	return words[:1], true
}

func (c *container) Clone() *container {
	d := &container{Config: &config{}}
	if words, ok := first(c.Config.Shell); ok {
		d.Config.Shell = words
	}
	return d
}

func Monitor(c *container, word string) ([]byte, error) {
	d := c.Clone()
	results := make(chan int, 1)
	go func() { results <- run(d, word) }()
	text, err := json.Marshal(c) // B
	<-results
	return text, err
}
