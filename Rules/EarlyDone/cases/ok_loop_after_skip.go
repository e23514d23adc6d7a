package cases

import (
	"sync"
	"testing"
)

// Nothing after the skip is ever run, the loop included.
func TestLater(t *testing.T) {
	var wg sync.WaitGroup
	total, rounds := 0, 3
	wg.Add(1)
	go func() {
		defer wg.Done()
		total = 1
	}()
	wg.Wait()
	t.Skip("not yet")
	for i := range total {
		t.Log(i)
	}
	if rounds != total {
		t.Log(rounds)
	}
}
