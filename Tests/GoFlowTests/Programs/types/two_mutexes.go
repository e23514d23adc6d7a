// answer: yes
// reason: The struct has a mutex for its readers and one for its writers, so a read and a write hold different locks.

package p

import "sync"

type Catalog struct {
	readMu  sync.Mutex
	writeMu sync.Mutex
	prices  map[string]int
}

func NewCatalog() *Catalog { return &Catalog{prices: map[string]int{}} }

func (c *Catalog) Price(sku string) int {
	c.readMu.Lock()
	defer c.readMu.Unlock()
	return c.prices[sku] // A
}

func (c *Catalog) SetPrice(sku string, cents int) {
	c.writeMu.Lock()
	defer c.writeMu.Unlock()
	c.prices[sku] = cents // B
}

func Sync(c *Catalog, updates map[string]int) (sum int) {
	go func() {
		for sku, cents := range updates {
			c.SetPrice(sku, cents)
		}
	}()
	for sku := range updates {
		sum += c.Price(sku)
	}
	return sum
}
