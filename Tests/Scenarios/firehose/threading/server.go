package threading

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"example.com/firehose/analytics"
)

// ErrNotFound says that there is no such thread.
var ErrNotFound = errors.New("threading: thread not found")

// Server is the threading service. It keeps threads in memory.
type Server struct {
	events analytics.Publisher

	mu             sync.Mutex
	threads        map[string]*record
	byOrganization map[string]*record
}

type record struct {
	id             string
	organizationID string
	subject        string
	tags           map[string]struct{}
}

// NewServer makes a server without threads, which publishes what happens to them.
func NewServer(events analytics.Publisher) *Server {
	return &Server{
		events:         events,
		threads:        make(map[string]*record),
		byOrganization: make(map[string]*record),
	}
}

// CreateThread makes a thread for an organization, or returns the one that it has.
func (s *Server) CreateThread(ctx context.Context, in *CreateThreadRequest) (*CreateThreadResponse, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if in.OrganizationID == "" {
		return nil, errors.New("threading: organization missing")
	}
	thread, created := s.create(in)
	if created {
		s.events.Publish(&analytics.Event{
			Name:           "thread_created",
			OrganizationID: thread.OrganizationID,
			Attributes: &ThreadEventCreate{
				ThreadID: thread.ID,
				Tags:     append([]string(nil), in.Tags...),
			},
		})
	}
	return &CreateThreadResponse{Thread: thread}, nil
}

// UpdateThread changes the subject and the tags of a thread.
func (s *Server) UpdateThread(ctx context.Context, in *UpdateThreadRequest) (*UpdateThreadResponse, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	thread, err := s.update(in)
	if err != nil {
		return nil, err
	}
	if in.Subject != "" {
		s.events.Publish(&analytics.Event{
			Name:           "thread_subject_updated",
			OrganizationID: thread.OrganizationID,
			Attributes: &ThreadEventUpdateSubject{
				ThreadID: thread.ID,
				Subject:  in.Subject,
			},
		})
	}
	if len(in.AddTags) > 0 || len(in.RemoveTags) > 0 {
		s.events.Publish(&analytics.Event{
			Name:           "thread_tags_updated",
			OrganizationID: thread.OrganizationID,
			Attributes: &ThreadEventUpdateTags{
				ThreadID:   thread.ID,
				AddTags:    in.AddTags,
				RemoveTags: in.RemoveTags,
			},
		})
	}
	return &UpdateThreadResponse{Thread: thread}, nil
}

// Thread returns a thread as it is now.
func (s *Server) Thread(ctx context.Context, in *ThreadRequest) (*ThreadResponse, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	r, err := s.findLocked(in.ThreadID)
	if err != nil {
		return nil, err
	}
	return &ThreadResponse{Thread: r.thread()}, nil
}

func (s *Server) create(in *CreateThreadRequest) (thread *Thread, created bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r, ok := s.byOrganization[in.OrganizationID]; ok {
		return r.thread(), false
	}
	r := &record{
		id:             fmt.Sprintf("thread-%d", len(s.threads)+1),
		organizationID: in.OrganizationID,
		subject:        in.Subject,
		tags:           make(map[string]struct{}, len(in.Tags)),
	}
	for _, tag := range in.Tags {
		r.tags[tag] = struct{}{}
	}
	s.threads[r.id] = r
	s.byOrganization[r.organizationID] = r
	return r.thread(), true
}

func (s *Server) update(in *UpdateThreadRequest) (*Thread, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, err := s.findLocked(in.ThreadID)
	if err != nil {
		return nil, err
	}
	if in.Subject != "" {
		r.subject = in.Subject
	}
	for _, tag := range in.RemoveTags {
		delete(r.tags, tag)
	}
	for _, tag := range in.AddTags {
		r.tags[tag] = struct{}{}
	}
	return r.thread(), nil
}

func (s *Server) findLocked(id string) (*record, error) {
	r, ok := s.threads[id]
	if !ok {
		return nil, fmt.Errorf("%w: %q", ErrNotFound, id)
	}
	return r, nil
}

// thread is a copy of the record for those outside.
func (r *record) thread() *Thread {
	return &Thread{
		ID:             r.id,
		OrganizationID: r.organizationID,
		Subject:        r.subject,
		Tags:           slices.Sorted(maps.Keys(r.tags)),
	}
}
