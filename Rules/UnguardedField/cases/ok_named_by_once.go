package example

import (
	"net"
	"net/http"
	"sync"
)

// Front is served by what it listens to itself, or by a network in memory that it makes when somebody
// asks for a client.
type Front struct {
	memory bool
	once   sync.Once
	url    string
	client *http.Client
}

func New(listener net.Listener) *Front {
	if listener == nil {
		return &Front{memory: true, client: &http.Client{}}
	}
	return &Front{url: "http://" + listener.Addr().String(), client: http.DefaultClient}
}

func (f *Front) connect() {
	f.url = "http://example.com"
}

// Client is asked before the URL.
func (f *Front) Client() *http.Client {
	if f.memory {
		f.once.Do(f.connect)
	}
	return f.client
}

func Load(listener net.Listener, count int) {
	f := New(listener)
	var group sync.WaitGroup
	for i := 0; i < count; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if answer, err := f.Client().Get(f.url); err == nil {
				answer.Body.Close()
			}
		}()
	}
	group.Wait()
}
