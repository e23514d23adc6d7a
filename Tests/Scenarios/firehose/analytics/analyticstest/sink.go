// Package analyticstest lets tests see which events were delivered.
package analyticstest

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"
)

// Sink keeps the records that are delivered to it.
type Sink struct {
	want int
	full chan struct{}

	mu      sync.Mutex
	records []string
}

// NewSink makes a sink for a number of records, one at least.
func NewSink(want int) *Sink {
	return &Sink{want: want, full: make(chan struct{})}
}

// PutRecords keeps records.
func (s *Sink) PutRecords(_ context.Context, records [][]byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	before := len(s.records)
	for _, record := range records {
		s.records = append(s.records, string(record))
	}
	if before < s.want && len(s.records) >= s.want {
		close(s.full)
	}
	return nil
}

// Wait returns the records as soon as there are as many as wanted.
func (s *Sink) Wait(t *testing.T) []string {
	t.Helper()
	select {
	case <-s.full:
	case <-time.After(10 * time.Second):
		t.Fatalf("%d records were not delivered in time", s.want)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.records)
}
