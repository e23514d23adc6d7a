// race: ok_owned_by_loop.go

package example

import (
	"fmt"
	"sync"
)

type Log struct {
	mu   sync.Mutex
	size int
}

func (l *Log) copyFrom(texts <-chan string, show func(int)) {
	for text := range texts {
		l.mu.Lock()
		l.write(text)
		show(l.size)
		l.mu.Unlock()
	}
}

// Whoever calls it holds the lock, or should.
func (l *Log) write(text string) error {
	size, err := put(l.size, text)
	l.size = pages(l.size, size) // want "field `Log.size` is written with no lock that both sides hold"
	return err
}

func put(size int, text string) (int, error) { return fmt.Print(size, text) }

func pages(old, added int) int { return (old + added) &^ 7 }

func Write(texts <-chan string, show func(int)) error {
	l := &Log{}
	go l.copyFrom(texts, show)
	if err := l.write("head"); err != nil {
		return err
	}
	fmt.Println("written")
	return l.write("foot")
}
