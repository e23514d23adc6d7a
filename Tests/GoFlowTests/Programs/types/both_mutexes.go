// answer: no (locked)
// reason: A writer takes both mutexes, so it shares readMu with every reader.

package p

import "sync"

type Stock struct {
	readMu  sync.Mutex
	writeMu sync.Mutex
	counts  map[string]int
}

func NewStock() *Stock { return &Stock{counts: map[string]int{}} }

func (c *Stock) Count(sku string) int {
	c.readMu.Lock()
	defer c.readMu.Unlock()
	return c.counts[sku] // A
}

func (c *Stock) Restock(sku string, n int) {
	c.writeMu.Lock()
	defer c.writeMu.Unlock()
	c.readMu.Lock()
	defer c.readMu.Unlock()
	c.counts[sku] += n // B
}

func Audit(c *Stock, deliveries map[string]int) (sum int) {
	go func() {
		for sku, n := range deliveries {
			c.Restock(sku, n)
		}
	}()
	for sku := range deliveries {
		sum += c.Count(sku)
	}
	return sum
}
