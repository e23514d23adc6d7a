// answer: no (copied)
// reason: whichever of the requests it is, its header is a clone by then, which nobody else has yet.

package p

type Header map[string][]string

func (h Header) clone() Header {
	c := make(Header, len(h))
	for k, v := range h {
		c[k] = v
	}
	return c
}

type Request struct {
	URL    string
	Header Header
}

type Client struct{ requests chan *Request }

func (c *Client) Run() {
	go func() {
		for r := range c.requests {
			println(r.Header["User"]) // A
		}
	}()
}

func (c *Client) Send(given *Request, user string) {
	c.requests <- &Request{URL: given.URL, Header: given.Header}
	r := given
	if r.URL == "" {
		r = new(Request)
		*r = *given
		r.URL = "/"
	}
	r.Header = given.Header.clone()
	r.Header["User"] = []string{user} // B
	c.requests <- r
}
