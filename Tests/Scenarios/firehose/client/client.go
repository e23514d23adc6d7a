// Package client reaches the services that run in this process.
package client

import (
	"context"

	"example.com/firehose/directory"
	"example.com/firehose/threading"
)

// ThreadingClient calls the threading service.
type ThreadingClient interface {
	CreateThread(ctx context.Context, in *threading.CreateThreadRequest) (*threading.CreateThreadResponse, error)
	UpdateThread(ctx context.Context, in *threading.UpdateThreadRequest) (*threading.UpdateThreadResponse, error)
}

// DirectoryClient calls the directory service.
type DirectoryClient interface {
	CreateEntity(ctx context.Context, in *directory.CreateEntityRequest) (*directory.CreateEntityResponse, error)
	UpdateTags(ctx context.Context, in *directory.UpdateTagsRequest) (*directory.UpdateTagsResponse, error)
}
