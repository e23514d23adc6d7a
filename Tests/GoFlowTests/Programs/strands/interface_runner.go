// answer: yes
// reason: The supervisor starts Run of whatever service it was given; that of the meter writes the field that Level reads.

package p

import "context"

type Service interface {
	Run(ctx context.Context) error
}

type supervisor struct{ services []Service }

func (s *supervisor) start(ctx context.Context) {
	for _, svc := range s.services {
		go func() {
			_ = svc.Run(ctx)
		}()
	}
}

type meter struct {
	level int
	input chan int
}

func (m *meter) Run(ctx context.Context) error {
	for {
		select {
		case v := <-m.input:
			m.level = v // A
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (m *meter) Level() int {
	return m.level // B
}

func Start(ctx context.Context, input chan int) *meter {
	m := &meter{input: input}
	s := supervisor{services: []Service{m}}
	s.start(ctx)
	return m
}
