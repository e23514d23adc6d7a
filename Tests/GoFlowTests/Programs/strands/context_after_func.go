// answer: yes
// reason: context.AfterFunc runs the function in its own goroutine when the context ends, which may be while Poll appends.

package p

import (
	"context"
	"log"
)

func Poll(ctx context.Context, next func() (string, error)) ([]string, error) {
	var seen []string
	stop := context.AfterFunc(ctx, func() {
		log.Printf("cancelled after %d items", len(seen)) // A
	})
	defer stop()
	for {
		item, err := next()
		if err != nil {
			return seen, err
		}
		seen = append(seen, item) // B
	}
}
