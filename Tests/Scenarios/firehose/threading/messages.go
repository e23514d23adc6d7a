// Package threading keeps the conversations of organizations with support.
package threading

import "context"

// Service is what the threading service offers.
type Service interface {
	CreateThread(ctx context.Context, in *CreateThreadRequest) (*CreateThreadResponse, error)
	UpdateThread(ctx context.Context, in *UpdateThreadRequest) (*UpdateThreadResponse, error)
	Thread(ctx context.Context, in *ThreadRequest) (*ThreadResponse, error)
}

// Thread is a conversation. Its tags are sorted.
type Thread struct {
	ID             string
	OrganizationID string
	Subject        string
	Tags           []string
}

// CreateThreadRequest asks for the thread of an organization, which is made if there is none.
type CreateThreadRequest struct {
	OrganizationID string
	Subject        string
	Tags           []string
}

// CreateThreadResponse answers CreateThreadRequest.
type CreateThreadResponse struct {
	Thread *Thread
}

// UpdateThreadRequest changes a thread. Tags are removed before others are added. An empty
// subject leaves the subject as it is.
type UpdateThreadRequest struct {
	ThreadID   string
	Subject    string
	AddTags    []string
	RemoveTags []string
}

// UpdateThreadResponse answers UpdateThreadRequest.
type UpdateThreadResponse struct {
	Thread *Thread
}

// ThreadRequest asks for a thread.
type ThreadRequest struct {
	ThreadID string
}

// ThreadResponse answers ThreadRequest.
type ThreadResponse struct {
	Thread *Thread
}
