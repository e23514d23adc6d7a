// answer: no (other-memory)
// reason: Writers never change a published list but replace it under the lock, so the elements read after Unlock are not written.

package p

import "sync"

type playlist struct {
	mu    sync.RWMutex
	songs []string
}

func (p *playlist) Add(song string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	next := make([]string, 0, len(p.songs)+1)
	next = append(next, p.songs...)
	p.songs = append(next, song) // A
}

func (p *playlist) Each(f func(string)) {
	p.mu.RLock()
	songs := p.songs
	p.mu.RUnlock()
	for _, s := range songs { // B
		f(s)
	}
}

func Party(p *playlist, wishes <-chan string, play func(string)) {
	go func() {
		for w := range wishes {
			p.Add(w)
		}
	}()
	for range 10 {
		p.Each(play)
	}
}
