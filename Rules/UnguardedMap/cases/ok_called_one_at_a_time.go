package example

import (
	"database/sql/driver"
	"sync"
)

// conn is used by one goroutine at a time, as pools see to it; the lock is for Prepared, which others
// call.
type conn struct {
	mu       sync.Mutex
	prepared map[string]int
	unused   bool
}

func (c *conn) Prepare(query string) (driver.Stmt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.prepared[query]++
	return nil, driver.ErrSkip
}

func (c *conn) Begin() (driver.Tx, error) { return nil, driver.ErrSkip }

func (c *conn) Close() error {
	if len(c.prepared) == 0 {
		c.unused = true
	}
	return nil
}

func (c *conn) Prepared() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.prepared)
}

// Open gives a connection to a pool.
func Open() driver.Conn { return &conn{prepared: map[string]int{}} }
