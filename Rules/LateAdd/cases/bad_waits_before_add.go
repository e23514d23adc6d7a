package cases

import (
	"context"
	"sync"
)

// Counted from the start, the goroutine would be waited for until the context ends: the fix
// needs a look.
func cleanUp(ctx context.Context, remove func()) {
	var wg sync.WaitGroup
	go func() {
		<-ctx.Done()
		wg.Add(1) // want "runs inside the goroutine that it counts"
		defer wg.Done()
		remove()
	}()
	wg.Wait()
}
