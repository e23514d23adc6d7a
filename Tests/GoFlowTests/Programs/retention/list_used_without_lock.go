// answer: yes
// reason: The length is read without the lock under which the producer changes the list.

package p

import (
	"container/list"
	"sync"
)

type inbox struct {
	mu    sync.Mutex
	mails *list.List
}

func (b *inbox) put(text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.mails.PushBack(text) // A
}

func (b *inbox) size() int {
	return b.mails.Len() // B
}

func Receive(texts []string, full func(int)) {
	b := &inbox{mails: list.New()}
	go func() {
		for _, t := range texts {
			b.put(t)
		}
	}()
	full(b.size())
}
