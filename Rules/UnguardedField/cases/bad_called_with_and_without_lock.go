package example

import (
	"errors"
	"sync"
)

type conn struct {
	mu  sync.Mutex
	err error
}

func (c *conn) fail(err error) { c.err = err } // want "field `conn.err` is written with no lock"

func (c *conn) Write() {
	c.mu.Lock()
	c.fail(errors.New("write"))
	c.mu.Unlock()
}

// The lock that some callers hold does not end the hazard where others do not hold it.
func (c *conn) Close() { defer c.fail(nil) }

func Serve() bool {
	c := &conn{}
	failed := make(chan bool)
	go func() {
		failed <- c.err != nil
	}()
	c.Write()
	c.Close()
	return <-failed
}
