// answer: yes
// reason: The goroutine starts another one, which writes the status while the function that started the first reads it.

package p

import (
	"context"
	"time"
)

type deploy struct {
	status string
}

func (d *deploy) watch(ctx context.Context) {
	<-ctx.Done()
	d.status = "cancelled" // A
}

func (d *deploy) roll(ctx context.Context, step func()) {
	go func() {
		sub, cancel := context.WithTimeout(ctx, time.Millisecond)
		defer cancel()
		go d.watch(sub)
		step()
	}()
}

func Deploy(ctx context.Context, step func()) string {
	d := &deploy{status: "rolling"}
	d.roll(ctx, step)
	time.Sleep(time.Millisecond)
	return d.status // B
}
