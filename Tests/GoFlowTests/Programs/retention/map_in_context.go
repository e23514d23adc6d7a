// answer: yes
// reason: The baggage map travels to the goroutine inside the context, and the caller writes to it after the start.

package p

import (
	"context"
	"log"
)

type baggageKey struct{}

func withBaggage(ctx context.Context, b map[string]string) context.Context {
	return context.WithValue(ctx, baggageKey{}, b)
}

func notify(ctx context.Context) {
	b, _ := ctx.Value(baggageKey{}).(map[string]string)
	log.Println("user", b["user"]) // A
}

func Handle(ctx context.Context, user string) {
	baggage := map[string]string{"user": user}
	ctx = withBaggage(ctx, baggage)
	go notify(context.WithoutCancel(ctx))
	baggage["handled"] = "true" // B
}
