// Package analytics records what happens in the product and delivers it to the warehouse.
package analytics

import "time"

// Event is one thing that happened.
type Event struct {
	Name           string    `json:"event"`
	Time           time.Time `json:"time"`
	OrganizationID string    `json:"organization_id,omitempty"`

	// Attributes says more of the event. It is anything that marshals to a JSON object.
	Attributes any `json:"attributes,omitempty"`
}

// Publisher takes events. It neither blocks nor fails: what cannot be recorded is lost.
type Publisher interface {
	Publish(e *Event)
}

// Discard is a Publisher that records nothing.
type Discard struct{}

// Publish does nothing.
func (Discard) Publish(*Event) {}
