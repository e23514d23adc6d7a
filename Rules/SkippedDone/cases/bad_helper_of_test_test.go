package example

import (
	"os"
	"testing"
)

func requireNoError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected: %v", err)
	}
}

func TestPublish(t *testing.T) {
	published := make(chan bool)
	go func() {
		_, err := os.Stat("testdata")
		requireNoError(t, err)
		close(published) // want "left out where `requireNoError.t, err.` may end the goroutine"
	}()
	<-published
}
