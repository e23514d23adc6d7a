package example

import (
	"os"
	"sync"
)

var (
	once    sync.Once
	onCloud bool
)

// Credentials are there once it is known where the program runs.
type Credentials struct{ name string }

func New(name string) *Credentials {
	once.Do(func() {
		onCloud = len(os.Getenv("CLOUD")) > 0
	})
	return &Credentials{name: name}
}

func (c *Credentials) Handshake() string {
	if !onCloud {
		return ""
	}
	return c.name
}

func Serve(names []string, use func(string)) {
	for _, name := range names {
		go func() {
			use(New(name).Handshake())
		}()
	}
}
