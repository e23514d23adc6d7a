package client

import (
	"context"
	"fmt"

	"example.com/firehose/directory"
	"example.com/firehose/threading"
)

// fusedThreading hands requests to a server of the same process, without a network between.
type fusedThreading struct {
	server threading.Service
}

// FuseThreading makes a client of a server of the same process.
func FuseThreading(server threading.Service) ThreadingClient {
	return &fusedThreading{server: server}
}

func (c *fusedThreading) CreateThread(ctx context.Context, in *threading.CreateThreadRequest) (*threading.CreateThreadResponse, error) {
	out, err := c.server.CreateThread(ctx, in)
	if err != nil {
		return nil, fmt.Errorf("CreateThread: %w", err)
	}
	return out, nil
}

func (c *fusedThreading) UpdateThread(ctx context.Context, in *threading.UpdateThreadRequest) (*threading.UpdateThreadResponse, error) {
	out, err := c.server.UpdateThread(ctx, in)
	if err != nil {
		return nil, fmt.Errorf("UpdateThread: %w", err)
	}
	return out, nil
}

// fusedDirectory is likewise for the directory.
type fusedDirectory struct {
	server directory.Service
}

// FuseDirectory makes a client of a server of the same process.
func FuseDirectory(server directory.Service) DirectoryClient {
	return &fusedDirectory{server: server}
}

func (c *fusedDirectory) CreateEntity(ctx context.Context, in *directory.CreateEntityRequest) (*directory.CreateEntityResponse, error) {
	out, err := c.server.CreateEntity(ctx, in)
	if err != nil {
		return nil, fmt.Errorf("CreateEntity: %w", err)
	}
	return out, nil
}

func (c *fusedDirectory) UpdateTags(ctx context.Context, in *directory.UpdateTagsRequest) (*directory.UpdateTagsResponse, error) {
	out, err := c.server.UpdateTags(ctx, in)
	if err != nil {
		return nil, fmt.Errorf("UpdateTags: %w", err)
	}
	return out, nil
}
