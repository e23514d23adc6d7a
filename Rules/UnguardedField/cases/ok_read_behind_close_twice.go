package example

import "context"

type puller struct {
	pulled chan struct{}
	err    error
}

// Prepare may be called again when its context was over.
func (p *puller) Prepare(ctx context.Context, pull func() error, log func(error)) error {
	if p.pulled == nil {
		p.pulled = make(chan struct{})
		go func() {
			defer close(p.pulled)
			p.err = pull()
		}()
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-p.pulled:
		if p.err != nil {
			log(p.err)
		}
	}
	return nil
}
