package example

import "sync"

var (
	homeOnce sync.Once
	home     string
)

func find(look func() (string, bool)) string {
	homeOnce.Do(func() { home, _ = look() })
	return home
}

// What the function of the once stores is one of two results of a call, during which no lock may be
// held.
func Visit(names []string, look func() (string, bool)) {
	for range names {
		go find(look)
	}
	home = "" // want "package variable `home` is written with no lock"
}
