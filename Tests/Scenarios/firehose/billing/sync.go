package billing

import (
	"context"
	"errors"
	"fmt"

	"example.com/firehose/client"
	"example.com/firehose/threading"
)

// Syncer tells support of customers.
type Syncer struct {
	threads client.ThreadingClient
}

// NewSyncer makes a Syncer that tags support's threads.
func NewSyncer(threads client.ThreadingClient) *Syncer {
	return &Syncer{threads: threads}
}

// SyncCustomerDataToSupport tags the support threads of all organizations of a customer. An
// organization that fails does not keep the others from being tagged.
func (s *Syncer) SyncCustomerDataToSupport(ctx context.Context, c *Customer) error {
	tagsToAdd := make([]string, 0, len(plans)+2)
	tagsToRemove := make([]string, 0, len(plans)+2)
	for _, plan := range plans {
		if plan == c.Plan {
			tagsToAdd = append(tagsToAdd, "Plan_"+string(plan))
		} else {
			tagsToRemove = append(tagsToRemove, "Plan_"+string(plan))
		}
	}
	if c.PastDue {
		tagsToAdd = append(tagsToAdd, "Billing_PastDue")
	} else {
		tagsToRemove = append(tagsToRemove, "Billing_PastDue")
	}

	var failures []error
	for _, org := range c.Organizations {
		ta, tr := tagsToAdd, tagsToRemove
		if org.ID == c.ParentID {
			ta = append(ta, "Billing_Parent")
			tr = append(tr, "Billing_Child")
		} else {
			ta = append(ta, "Billing_Child")
			tr = append(tr, "Billing_Parent")
		}
		if err := s.tagThread(ctx, org, ta, tr); err != nil {
			failures = append(failures, fmt.Errorf("organization %s: %w", org.ID, err))
		}
	}
	return errors.Join(failures...)
}

// tagThread tags the support thread of one organization. If there is none, it makes one.
func (s *Syncer) tagThread(ctx context.Context, org Organization, add, remove []string) error {
	if org.SupportThreadID == "" {
		_, err := s.threads.CreateThread(ctx, &threading.CreateThreadRequest{
			OrganizationID: org.ID,
			Subject:        org.Name,
			Tags:           add,
		})
		return err
	}
	_, err := s.threads.UpdateThread(ctx, &threading.UpdateThreadRequest{
		ThreadID:   org.SupportThreadID,
		AddTags:    add,
		RemoveTags: remove,
	})
	return err
}
