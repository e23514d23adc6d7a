package example

// Item is loaded again while its goroutine looks at it.
type Item struct {
	labels map[string]string
	in     chan string
	out    chan string
}

func (i *Item) Load(lines []string) {
	for _, line := range lines {
		i.labels[line] = line // want "map `Item.labels` is written with no lock"
	}
}

func Open(lines []string) *Item {
	item := &Item{labels: map[string]string{}, in: make(chan string), out: make(chan string)}
	item.Load(lines)
	go item.answer()
	return item
}

func (i *Item) answer() {
	for name := range i.in {
		i.out <- i.labels[name]
	}
}

func (i *Item) Reload(lines []string) {
	i.Load(lines)
}
