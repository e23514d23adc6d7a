package example

import (
	"os"
	"testing"
)

func TestWatch(t *testing.T) {
	finished := make(chan struct{})
	go func() {
		if _, err := os.Stat("testdata"); err != nil {
			t.Fatal(err)
		}
		close(finished) // want "is left out where `t.Fatal.err.` may end the goroutine, so `<-finished`"
	}()
	<-finished
}
