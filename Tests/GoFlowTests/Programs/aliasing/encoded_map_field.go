// answer: yes
// reason: Package json comes to the map by exported fields, while the goroutine writes to it.

package p

import "encoding/json"

type Session struct {
	Name string
	base
}

type base struct {
	State *State
}

type State struct {
	Seen map[string]bool
}

func Encode(name string, in <-chan string) ([]byte, error) {
	s := &Session{Name: name, base: base{State: &State{Seen: map[string]bool{}}}}
	go func() {
		for key := range in {
			s.State.Seen[key] = true // A
		}
	}()
	return json.Marshal(s) // B
}
