package example

import (
	"encoding/json"
	"io"
	"sync"
)

type request struct {
	ID     *json.RawMessage
	Method string
}

func (r *request) reset() {
	r.ID = nil
	r.Method = ""
}

// Codec reads requests in one goroutine; the answers may come from several.
type Codec struct {
	dec     *json.Decoder
	req     request
	mu      sync.Mutex
	seq     uint64
	pending map[uint64]*json.RawMessage
}

func NewCodec(r io.Reader) *Codec {
	return &Codec{dec: json.NewDecoder(r), pending: map[uint64]*json.RawMessage{}}
}

func (c *Codec) ReadHeader() (uint64, error) {
	c.req.reset()
	if err := c.dec.Decode(&c.req); err != nil {
		return 0, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seq++
	c.pending[c.seq] = c.req.ID
	c.req.ID = nil
	return c.seq, nil
}

func (c *Codec) Answered(seq uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.pending, seq)
}
