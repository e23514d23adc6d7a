package example

import "context"

type key struct{}

func With(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, map[string]int{})
}

func note(ctx context.Context, name string) {
	ctx.Value(key{}).(map[string]int)[name]++
}

// known-miss: what lies in a context under a key is not followed.
func Run(ctx context.Context) {
	ctx = With(ctx)
	go note(ctx, "goroutine")
	note(ctx, "caller")
}
