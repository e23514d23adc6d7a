// answer: no (locked)
// reason: The method that the watcher's goroutine calls and the goroutine of the summary hold the lock of the summary.

package p

import "sync"

type watcher struct {
	mu        sync.Mutex
	listeners map[int]func(name string)
}

func watch(events <-chan string) *watcher {
	w := &watcher{listeners: make(map[int]func(string))}
	go func() {
		for e := range events {
			w.tell(e)
		}
	}()
	return w
}

func (w *watcher) tell(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, l := range w.listeners {
		l(name)
	}
}

func (w *watcher) add(id int, l func(string)) {
	w.mu.Lock()
	w.listeners[id] = l
	w.mu.Unlock()
}

type summary struct {
	mu   sync.Mutex
	lost map[string]bool
}

func (s *summary) onEvent(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lost[name] = true // A
}

func (s *summary) collect(names <-chan string) {
	for n := range names {
		s.mu.Lock()
		s.lost[n] = false // B
		s.mu.Unlock()
	}
}

func Summarize(w *watcher, names <-chan string) map[string]bool {
	s := &summary{lost: make(map[string]bool)}
	w.add(1, s.onEvent)
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.collect(names)
	}()
	<-done
	return s.lost
}

func Watch(events <-chan string) *watcher { return watch(events) }
