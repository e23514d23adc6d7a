// answer: no (distinct-elements)
// reason: The goroutine writes behind the end of the words that the configuration has, which alone are encoded; helpers give it whole slices of its own.

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

func copied(words []string) []string {
	if words == nil {
		return nil
	}
	return append([]string{}, words...)
}

func split(line string) ([]string, bool) {
	var words []string
	for len(line) > 1 {
		words = append(words, line[:1])
		line = line[1:]
	}
	return words, len(words) > 0
}

func (c *container) Clone(line string) *container {
	d := &container{Config: &config{}}
	d.Config.Shell = copied(c.Config.Shell)
	if words, ok := split(line); ok {
		d.Config.Shell = words
	}
	return d
}

func Monitor(c *container, word string) ([]byte, error) {
	results := make(chan int, 1)
	go func() { results <- run(c, word) }()
	text, err := json.Marshal(c) // B
	<-results
	return text, err
}
