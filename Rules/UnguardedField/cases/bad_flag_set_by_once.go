package example

import (
	"net/http"
	"sync"
)

// Front is served by a network in memory that it makes when somebody asks for a client.
type Front struct {
	memory bool
	once   sync.Once
	isOpen bool
	client *http.Client
}

func New(memory bool) *Front {
	return &Front{memory: memory, client: &http.Client{}}
}

func (f *Front) connect() {
	f.isOpen = true // want "field `Front.isOpen` is written with no lock"
}

func (f *Front) Client() *http.Client {
	if f.memory {
		f.once.Do(f.connect)
	}
	return f.client
}

func Load(memory bool, count int) {
	f := New(memory)
	var group sync.WaitGroup
	for i := 0; i < count; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if f.isOpen {
				return
			}
			if answer, err := f.Client().Get("http://example.com"); err == nil {
				answer.Body.Close()
			}
		}()
	}
	group.Wait()
}
