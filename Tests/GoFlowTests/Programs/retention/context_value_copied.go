// answer: no (copied)
// reason: What travels in the context is a copy of the map.

package p

import (
	"context"
	"maps"
)

type fieldsKey struct{}

func audit(ctx context.Context, log func(string)) {
	fields, _ := ctx.Value(fieldsKey{}).(map[string]string)
	log(fields["user"]) // A
}

func Handle(ctx context.Context, user string, log func(string)) {
	fields := map[string]string{"user": user}
	ctx = context.WithValue(ctx, fieldsKey{}, maps.Clone(fields))
	go audit(ctx, log)
	fields["done"] = "true" // B
}
