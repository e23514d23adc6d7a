package directory

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"example.com/firehose/analytics"
)

// ErrNotFound says that there is no such entity.
var ErrNotFound = errors.New("directory: entity not found")

// EntityTags is the attributes of the events "entity_created" and "entity_tags_updated".
type EntityTags struct {
	EntityID string   `json:"entity_id"`
	Tags     []string `json:"tags"`
}

// Server is the directory service. It keeps entities in memory.
type Server struct {
	events analytics.Publisher

	mu       sync.RWMutex
	entities map[string]*Entity
}

// NewServer makes an empty directory, which publishes what is changed in it.
func NewServer(events analytics.Publisher) *Server {
	return &Server{events: events, entities: make(map[string]*Entity)}
}

// CreateEntity adds an entity.
func (s *Server) CreateEntity(ctx context.Context, in *CreateEntityRequest) (*CreateEntityResponse, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if in.OrganizationID == "" || in.Name == "" {
		return nil, errors.New("directory: organization or name missing")
	}
	entity := s.add(in)
	s.events.Publish(&analytics.Event{
		Name:           "entity_created",
		OrganizationID: entity.OrganizationID,
		Attributes: EntityTags{
			EntityID: entity.ID,
			Tags:     slices.Clone(in.Tags),
		},
	})
	return &CreateEntityResponse{Entity: entity}, nil
}

// UpdateTags replaces the tags of an entity.
func (s *Server) UpdateTags(ctx context.Context, in *UpdateTagsRequest) (*UpdateTagsResponse, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	entity, err := s.replaceTags(in.EntityID, in.Tags)
	if err != nil {
		return nil, err
	}
	s.events.Publish(&analytics.Event{
		Name:           "entity_tags_updated",
		OrganizationID: entity.OrganizationID,
		Attributes: EntityTags{
			EntityID: entity.ID,
			Tags:     in.Tags,
		},
	})
	return &UpdateTagsResponse{Entity: entity}, nil
}

// Entities returns all entities of an organization.
func (s *Server) Entities(ctx context.Context, in *EntitiesRequest) (*EntitiesResponse, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var found []*Entity
	s.mu.RLock()
	for _, entity := range s.entities {
		if entity.OrganizationID == in.OrganizationID {
			found = append(found, entity.clone())
		}
	}
	s.mu.RUnlock()
	slices.SortFunc(found, func(a, b *Entity) int { return cmp.Compare(a.Name, b.Name) })
	return &EntitiesResponse{Entities: found}, nil
}

func (s *Server) add(in *CreateEntityRequest) *Entity {
	s.mu.Lock()
	defer s.mu.Unlock()
	entity := &Entity{
		ID:             fmt.Sprintf("entity-%d", len(s.entities)+1),
		OrganizationID: in.OrganizationID,
		Name:           in.Name,
		Tags:           slices.Clone(in.Tags),
	}
	s.entities[entity.ID] = entity
	return entity.clone()
}

func (s *Server) replaceTags(id string, tags []string) (*Entity, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	entity, ok := s.entities[id]
	if !ok {
		return nil, fmt.Errorf("%w: %q", ErrNotFound, id)
	}
	entity.Tags = slices.Clone(tags)
	return entity.clone(), nil
}

// clone is a copy for those outside the lock.
func (e *Entity) clone() *Entity {
	other := *e
	other.Tags = slices.Clone(e.Tags)
	return &other
}
