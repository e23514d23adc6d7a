// answer: no (joined)
// reason: After cancel the function receives from stopped, which is closed when the goroutine is through.

package p

import "context"

type detector struct {
	samples []int
	stopped chan struct{}
}

func (s *detector) run(ctx context.Context, read func() int) {
	defer close(s.stopped)
	for ctx.Err() == nil {
		s.samples = append(s.samples, read()) // A
	}
}

func Detect(ctx context.Context, read func() int, wait func()) []int {
	ctx, cancel := context.WithCancel(ctx)
	s := &detector{stopped: make(chan struct{})}
	go s.run(ctx, read)
	wait()
	cancel()
	<-s.stopped
	return s.samples // B
}
