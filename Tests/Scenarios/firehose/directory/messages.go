// Package directory knows the people and places that organizations talk to.
package directory

import "context"

// Service is what the directory service offers.
type Service interface {
	CreateEntity(ctx context.Context, in *CreateEntityRequest) (*CreateEntityResponse, error)
	UpdateTags(ctx context.Context, in *UpdateTagsRequest) (*UpdateTagsResponse, error)
	Entities(ctx context.Context, in *EntitiesRequest) (*EntitiesResponse, error)
}

// Entity is a person or a place.
type Entity struct {
	ID             string   `json:"id"`
	OrganizationID string   `json:"organization_id"`
	Name           string   `json:"name"`
	Tags           []string `json:"tags"`
}

// CreateEntityRequest adds an entity.
type CreateEntityRequest struct {
	OrganizationID string
	Name           string
	Tags           []string
}

// CreateEntityResponse answers CreateEntityRequest.
type CreateEntityResponse struct {
	Entity *Entity
}

// UpdateTagsRequest gives an entity other tags than it has.
type UpdateTagsRequest struct {
	EntityID string
	Tags     []string
}

// UpdateTagsResponse answers UpdateTagsRequest.
type UpdateTagsResponse struct {
	Entity *Entity
}

// EntitiesRequest asks for all entities of an organization.
type EntitiesRequest struct {
	OrganizationID string
}

// EntitiesResponse answers EntitiesRequest. Entities are sorted by name.
type EntitiesResponse struct {
	Entities []*Entity
}
