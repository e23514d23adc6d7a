// race: ok_owned_by_loop.go

package example

import "sync"

type conn struct{ write func(string) }

func (c *conn) send(line string) { c.write(line) }

type Client struct {
	mu   sync.Mutex
	conn *conn
}

func Start(lines <-chan string, write func(string)) *Client {
	c := &Client{conn: &conn{write}}
	go c.run(lines)
	return c
}

func (c *Client) run(lines <-chan string) {
	for line := range lines {
		c.conn.send(line)
		c.conn.send("end")
	}
}

func (c *Client) Reconnect(write func(string)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.conn = &conn{write} // want "field `Client.conn` is written with no lock that both sides hold"
}
