// race: ok_collected_by_channel.go

package example

var warnings []string

func warn(text string) {
	warnings = append(warnings, text) // want "slice `warnings` is changed with no lock"
}

func Check(names []string, done chan<- bool) {
	for _, name := range names {
		go func() {
			if name == "" {
				warn("no name")
			}
			done <- true
		}()
	}
}
