// answer: yes
// reason: Nothing makes sure that the names are ready where they are listed.

package p

import "sync"

var (
	mu      sync.Mutex
	isReady bool
	names   map[string]string
)

func ready() error {
	mu.Lock()
	defer mu.Unlock()
	if !isReady {
		names = map[string]string{"a": "b"} // A
		isReady = true
	}
	return nil
}

// Lookup finds a name once all is ready.
func Lookup(name string) string {
	if ready() != nil {
		return ""
	}
	return names[name]
}

// Count counts the names.
func Count() int {
	return len(names) // B
}

// Serve answers each request in a goroutine of its own.
func Serve(requests []string, answers chan<- string, counts chan<- int) {
	for _, name := range requests {
		go func() { answers <- Lookup(name) }()
		go func() { counts <- Count() }()
	}
}
