// answer: no (once)
// reason: Each function of the table runs once, also if nobody waits for it.

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
	start(&page{})
}
