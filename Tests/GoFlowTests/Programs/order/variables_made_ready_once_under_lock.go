// answer: no (once)
// reason: The first call makes both variables ready under the lock and says so; later ones find that done.

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
	return find(name)
}

func find(name string) string {
	if name == "" {
		return ""
	}
	return look(name)
}

func look(name string) string {
	return names[name] // B
}

// Serve answers each request in a goroutine of its own.
func Serve(requests []string, answers chan<- string) {
	for _, name := range requests {
		go func() { answers <- Lookup(name) }()
	}
}
