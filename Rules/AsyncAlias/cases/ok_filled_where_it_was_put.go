package example

import "maps"

type Request struct {
	Path   string
	Header map[string]string
	Cancel chan struct{}
}

type Sender interface{ Send(r *Request) }

type Conn struct {
	requests chan *Request
}

func (c *Conn) Start() { go c.write() }

func (c *Conn) write() {
	for r := range c.requests {
		println(r.Path, r.Header["user"])
	}
}

func (c *Conn) Send(r *Request) {
	go func() {
		<-r.Cancel
		println("cancelled", r.Header["user"])
	}()
	c.requests <- r
}

func Do(given *Request, s Sender, user string) {
	r := given
	own := func() {
		if r == given {
			r = new(Request)
			*r = *given
		}
	}
	if user != "" {
		own()
		h := header(given)
		r.Header = h
		h["user"] = user
	}
	s.Send(r)
}

func header(r *Request) map[string]string {
	if r.Header == nil {
		return make(map[string]string)
	}
	return maps.Clone(r.Header)
}
