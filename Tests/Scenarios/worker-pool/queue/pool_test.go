package queue

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Each round is what a suite runs once: it fails about once in twenty rounds on a machine of
// two processors, and the rounds together nearly always.
//
// race: not provoked: all uses of completed are atomic, so that the detector has nothing to say
func TestWorkerPool_ConcurrentSubmissions(t *testing.T) {
	for round := 0; round < 10_000; round++ {
		submitConcurrently(t)
	}
}

func submitConcurrently(t *testing.T) {
	pool := NewWorkerPool(4)
	pool.Start()
	defer pool.Stop()

	var completed int64
	var wg sync.WaitGroup

	for i := 0; i < 100; i++ {
		wg.Add(1)
		pool.Submit(func() {
			wg.Done()
			atomic.AddInt64(&completed, 1)
		})
	}

	// Wait for all tasks with a timeout.
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()

	select {
	case <-done:
	case <-time.After(30 * time.Second):
		t.Fatal("timeout waiting for tasks")
	}

	if got := atomic.LoadInt64(&completed); got != 100 {
		t.Fatalf("expected 100 tasks completed, got %d", got)
	}
}

// Here each task says that it is done when it is.
func TestWorkerPool_TasksThatCountThemselvesFirst(t *testing.T) {
	pool := NewWorkerPool(4)
	pool.Start()
	defer pool.Stop()

	var completed int64
	var wg sync.WaitGroup
	for i := 0; i < 100; i++ {
		wg.Add(1)
		pool.Submit(func() {
			defer wg.Done()
			atomic.AddInt64(&completed, 1)
		})
	}
	wg.Wait()
	if completed != 100 {
		t.Fatalf("expected 100 tasks completed, got %d", completed)
	}
}
