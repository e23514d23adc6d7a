// answer: no (other-memory)
// reason: Package json looks at exported fields alone: it does not come to the map, which only the goroutine uses.

package p

import "encoding/json"

type Session struct {
	Name  string
	state *state
}

type state struct {
	seen map[string]bool
}

func Encode(name string, in <-chan string) ([]byte, error) {
	s := &Session{Name: name, state: &state{seen: map[string]bool{}}}
	go func() {
		for key := range in {
			s.state.seen[key] = true // A
		}
	}()
	return json.Marshal(s) // B
}
