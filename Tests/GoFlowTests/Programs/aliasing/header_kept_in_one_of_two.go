// answer: yes
// reason: only the fields of the request are copied: the header that is changed is the one that was sent before.

package p

type Header map[string][]string

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
	r.Header["User"] = []string{user} // B
	c.requests <- r
}
