package client

import (
	"context"
	"time"

	"example.com/firehose/threading"
)

// timedThreading bounds the time of each call.
type timedThreading struct {
	next  ThreadingClient
	limit time.Duration
}

// WithTimeout makes a client whose calls end after the given time.
func WithTimeout(next ThreadingClient, limit time.Duration) ThreadingClient {
	return &timedThreading{next: next, limit: limit}
}

func (c *timedThreading) CreateThread(ctx context.Context, in *threading.CreateThreadRequest) (*threading.CreateThreadResponse, error) {
	ctx, cancel := context.WithTimeout(ctx, c.limit)
	defer cancel()
	return c.next.CreateThread(ctx, in)
}

func (c *timedThreading) UpdateThread(ctx context.Context, in *threading.UpdateThreadRequest) (*threading.UpdateThreadResponse, error) {
	ctx, cancel := context.WithTimeout(ctx, c.limit)
	defer cancel()
	return c.next.UpdateThread(ctx, in)
}
