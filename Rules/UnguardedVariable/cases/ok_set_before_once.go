package example

import (
	"os"
	"sync"
)

var (
	once      sync.Once
	directory string
)

func find() {
	if directory != "" {
		return
	}
	directory = os.Getenv("DIRECTORY")
	if directory == "" {
		directory = "."
	}
}

func Directory() string {
	once.Do(find)
	return directory
}

// SetDirectory is called before all else.
func SetDirectory(name string) {
	directory = name
}
