// answer: no (joined)
// reason: The writer has one batch written at a time, by a goroutine of its own, and takes the only place of the channel before it ends; Close waits for the writer.

package p

import "sync"

type Book struct {
	mu    sync.RWMutex
	wg    sync.WaitGroup
	in    chan []int
	page  *Page
	other int
}

type Page struct{ lines []int }

func Open() *Book {
	b := &Book{in: make(chan []int), page: &Page{}}
	b.wg.Add(1)
	go b.write()
	return b
}

func (b *Book) write() {
	defer b.wg.Done()
	pending := make(chan struct{}, 1)
	for batch := range b.in {
		pending <- struct{}{}
		b.other++
		go func() {
			b.append(batch)
			<-pending
		}()
	}
	pending <- struct{}{}
}

func (b *Book) append(batch []int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.page.lines) > 100 {
		b.page = &Page{} // A
	}
	b.page.lines = append(b.page.lines, batch...)
}

func (b *Book) Lines() int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return len(b.page.lines)
}

func (b *Book) Put(batch []int) { b.in <- batch }

func (b *Book) Close() *Page {
	close(b.in)
	b.wg.Wait()
	return b.page // B
}
