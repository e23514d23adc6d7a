// answer: no (locked)
// reason: The table is tested and assigned under the mutex; afterwards each call uses the local variable, whose map is not written again.

package p

import (
	"context"
	"sync"
)

type TranslateRequest struct{ Word string }

type TranslateReply struct{ Word string }

type Translator interface {
	Translate(ctx context.Context, in *TranslateRequest) (*TranslateReply, error)
}

type translator struct {
	mu    sync.Mutex
	table map[string]string
	load  func(ctx context.Context) (map[string]string, error)
}

func (c *translator) words(ctx context.Context) (map[string]string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.table == nil { // A
		t, err := c.load(ctx)
		if err != nil {
			return nil, err
		}
		c.table = t // B
	}
	return c.table, nil
}

func (c *translator) Translate(ctx context.Context, in *TranslateRequest) (*TranslateReply, error) {
	table, err := c.words(ctx)
	if err != nil {
		return nil, err
	}
	return &TranslateReply{Word: table[in.Word]}, nil
}

func Register(register func(Translator), load func(context.Context) (map[string]string, error)) {
	register(&translator{load: load})
}
