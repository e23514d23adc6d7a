// answer: yes
// reason: The tag takes the field out for package xml; for package json it only gives it a name, which is a hyphen.

package p

import "encoding/json"

type Machine struct {
	Name     string
	Settings *Settings `xml:"-" json:"-,"`
}

type Settings struct {
	Limits map[string]int
}

func Encode(name string, in <-chan string) ([]byte, error) {
	m := &Machine{Name: name, Settings: &Settings{Limits: map[string]int{}}}
	go func() {
		for key := range in {
			m.Settings.Limits[key]++ // A
		}
	}()
	return json.Marshal(m) // B
}
