package example

import (
	"database/sql/driver"
	"sync"
)

// conn is used by one goroutine at a time; Forget and Unused are for whom it may concern.
type conn struct {
	mu       sync.Mutex
	prepared map[string]int
}

func (c *conn) Prepare(query string) (driver.Stmt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.prepared[query]++ // want "prepared"
	return nil, driver.ErrSkip
}

func (c *conn) Begin() (driver.Tx, error) { return nil, driver.ErrSkip }

func (c *conn) Close() error { return nil }

func (c *conn) Forget(query string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.prepared, query)
}

func (c *conn) Unused() bool {
	return len(c.prepared) == 0
}

// Open gives a connection to a pool.
func Open() driver.Conn { return &conn{prepared: map[string]int{}} }
