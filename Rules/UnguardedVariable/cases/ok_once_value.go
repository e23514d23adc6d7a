package example

import (
	"os"
	"sync"
)

var home string

var find = sync.OnceValue(func() string {
	home = os.Getenv("HOME")
	return home
})

func Visit(names []string, visit func(string)) {
	for _, name := range names {
		go func() { visit(find() + "/" + name) }()
	}
}
