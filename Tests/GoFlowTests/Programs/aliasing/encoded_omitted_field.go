// answer: no (other-memory)
// reason: The tag keeps package json out of the field with the settings: the map is the goroutine's alone.

package p

import "encoding/json"

type Machine struct {
	Name     string
	Settings *Settings `xml:"settings" json:"-"`
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
