// answer: no (handed-over)
// reason: a request belongs to whoever took it out of the pool, also where others set theirs.
package p

import "sync"

var requests = sync.Pool{New: func() any { return new(Request) }}

type Request struct {
	client *Client
	level  int
	text   string
}

type Client struct {
	mu    sync.RWMutex
	level int
	stop  chan struct{}
}

func (c *Client) Request(text string) *Request {
	r := requests.Get().(*Request)
	r.client = c
	r.text = text
	r.defaults()
	return r
}

func (r *Request) defaults() {
	r.client.mu.RLock()
	r.level = r.client.level // A
	r.client.mu.RUnlock()
}

// Level sets the level of one request.
func (r *Request) Level(level int) *Request {
	r.level = level // B
	return r
}

// Do sends the request twice, and waits for the first answer.
func (r *Request) Do() int {
	answers := make(chan int, 2)
	for i := 0; i < 2; i++ {
		go func() { answers <- r.client.send(r) }()
	}
	return <-answers
}

func (c *Client) send(r *Request) int { return len(r.text) + r.level }

func (r *Request) Release() {
	r.client = nil
	requests.Put(r)
}

// Watch asks again and again.
func (c *Client) Watch() {
	go func() {
		for {
			select {
			case <-c.stop:
				return
			default:
				c.Request("state").Do()
			}
		}
	}()
}
