// answer: yes
// reason: The functions of the table run once more on the same page, and nobody waits for them.

package p

type page struct{ title, text string }

func start(p *page) {
	for _, load := range []func(){
		func() {
			p.title += "title" // A B
		},
		func() { p.text += "text" },
	} {
		go func() { load() }()
	}
}

func Load() {
	p := &page{}
	for range 2 {
		start(p)
	}
}
