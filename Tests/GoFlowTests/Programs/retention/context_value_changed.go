// answer: yes
// reason: The context that the goroutine gets is made of the one that holds the pointer.

package p

import (
	"context"
	"time"
)

type traceKey struct{}

type trace struct{ steps []string }

func flush(ctx context.Context, out func([]string)) {
	if t, ok := ctx.Value(traceKey{}).(*trace); ok {
		out(t.steps) // A
	}
}

func Serve(ctx context.Context, out func([]string)) {
	t := &trace{steps: []string{"begin"}}
	ctx = context.WithValue(ctx, traceKey{}, t)
	late, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	go flush(late, out)
	t.steps = append(t.steps, "end") // B
}
