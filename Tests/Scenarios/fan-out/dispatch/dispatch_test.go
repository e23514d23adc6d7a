package dispatch

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"example.com/fanout/health"
)

var errRefused = errors.New("connection refused")

// shard finds its own name in whatever it is asked.
type shard struct {
	name   string
	before func() // called first, if there is one
}

func (s shard) Name() string { return s.name }

func (s shard) Search(_ context.Context, query string) ([]string, error) {
	if s.before != nil {
		s.before()
	}
	if query == "" {
		return nil, errors.New("empty query")
	}
	return []string{s.name + "/" + query}, nil
}

func healthy(context.Context, string) error { return nil }

func TestFanout_GathersAnswersAndErrors(t *testing.T) {
	monitor := health.NewMonitor(healthy, time.Hour)
	defer monitor.Close()
	d := New(monitor, shard{name: "east"}, shard{name: "west"})

	results := d.Fanout(t.Context(), "tea")
	for _, name := range []string{"east", "west"} {
		got := results[name]
		if got.Err != nil || !slices.Equal(got.Hits, []string{name + "/tea"}) {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	if got := d.Fanout(t.Context(), "")["east"]; got.Err == nil {
		t.Errorf("got %+v, want an error", got)
	}
}

// The backend "flaky" answers just when the monitor finds it down.
//
// race
func TestFanout_WhileABackendGoesDown(t *testing.T) {
	const rounds = 30
	failing := make(chan struct{})
	up := false // belongs to the monitor's goroutine
	probe := func(ctx context.Context, _ string) error {
		if up = !up; up {
			return nil
		}
		select {
		case failing <- struct{}{}:
		case <-ctx.Done():
		}
		return errRefused
	}
	monitor := health.NewMonitor(probe, time.Millisecond, "flaky")
	defer monitor.Close()

	backends := []Backend{shard{name: "flaky", before: func() { <-failing }}}
	for n := range 20 {
		backends = append(backends, shard{name: fmt.Sprintf("shard-%d", n)})
	}
	d := New(monitor, backends...)
	for range rounds {
		if got := len(d.Fanout(t.Context(), "tea")); got != len(backends) {
			t.Fatalf("got %d results, want %d", got, len(backends))
		}
	}
}
