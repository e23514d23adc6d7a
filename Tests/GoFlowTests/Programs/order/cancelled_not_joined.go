// answer: yes
// reason: cancel only asks the goroutine to stop; it may still be storing its last sample when the samples are read.

package p

import "context"

type sensor struct {
	samples []int
}

func (s *sensor) run(ctx context.Context, read func() int) {
	for ctx.Err() == nil {
		s.samples = append(s.samples, read()) // A
	}
}

func Sample(ctx context.Context, read func() int, wait func()) []int {
	ctx, cancel := context.WithCancel(ctx)
	s := &sensor{}
	go s.run(ctx, read)
	wait()
	cancel()
	return s.samples // B
}
