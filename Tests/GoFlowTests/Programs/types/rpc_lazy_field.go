// answer: yes
// reason: Calls of Convert run in parallel, and each that finds the table nil assigns the field that the others test.

package p

import (
	"context"
	"errors"
)

type ConvertRequest struct {
	Currency string
	Cents    int64
}

type ConvertReply struct{ Cents int64 }

type Converter interface {
	Convert(ctx context.Context, in *ConvertRequest) (*ConvertReply, error)
}

type converter struct {
	table map[string]int64
	load  func(ctx context.Context) (map[string]int64, error)
}

func (c *converter) Convert(ctx context.Context, in *ConvertRequest) (*ConvertReply, error) {
	if c.table == nil { // A
		t, err := c.load(ctx)
		if err != nil {
			return nil, err
		}
		c.table = t // B
	}
	rate, ok := c.table[in.Currency]
	if !ok {
		return nil, errors.New("no such currency")
	}
	return &ConvertReply{Cents: in.Cents * rate / 10000}, nil
}

func Register(register func(Converter), load func(context.Context) (map[string]int64, error)) {
	register(&converter{load: load})
}
