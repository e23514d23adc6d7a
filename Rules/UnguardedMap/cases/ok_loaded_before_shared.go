package example

import "sync"

type Registry struct {
	mu    sync.Mutex
	items map[string]*Item
}

// Item is loaded before the registry, and so any goroutine, has it.
type Item struct {
	labels map[string]string
}

func (i *Item) Load(lines []string) {
	i.labels = map[string]string{}
	for _, line := range lines {
		i.labels[line] = line
	}
}

func read(lines []string) *Item {
	item := &Item{}
	item.Load(lines)
	return item
}

func (r *Registry) Add(name string, lines []string) {
	item := read(lines)
	r.mu.Lock()
	r.items[name] = item
	r.mu.Unlock()
}

func (r *Registry) Watch(names <-chan string, out chan<- int) {
	go func() {
		for name := range names {
			r.mu.Lock()
			item := r.items[name]
			r.mu.Unlock()
			out <- len(item.labels)
		}
	}()
}
