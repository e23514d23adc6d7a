// answer: no (locked)
// reason: The mutex belongs to the shared book, so every post takes the same lock.

package p

import "sync"

type book struct {
	mu    sync.Mutex
	lines []string
}

type customer struct {
	book *book
}

func (c *customer) post(line string) {
	c.book.mu.Lock()
	defer c.book.mu.Unlock()
	c.book.lines = append(c.book.lines, line) // A B
}

func SettleBook() int {
	bk := &book{}
	alice, bob := &customer{book: bk}, &customer{book: bk}
	var wg sync.WaitGroup
	for _, cust := range []*customer{alice, bob} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			cust.post("settled")
		}()
	}
	wg.Wait()
	return len(bk.lines)
}
