// answer: yes
// reason: Four calls down and behind an interface the tags are queued, and the caller appends once more to the base that the first request still shows.

package p

import (
	"context"
	"encoding/json"
)

type UpdateRequest struct {
	ID      string
	AddTags []string
}

type recorder interface {
	Record(name string, tags []string)
}

type change struct {
	Name string
	Tags []string
}

type queueRecorder struct{ queue chan change }

func newQueueRecorder() *queueRecorder {
	r := &queueRecorder{queue: make(chan change, 100)}
	go r.forward()
	return r
}

func (r *queueRecorder) Record(name string, tags []string) {
	r.enqueue(change{name, tags})
}

func (r *queueRecorder) enqueue(c change) { r.queue <- c }

func (r *queueRecorder) forward() {
	for c := range r.queue {
		_, _ = json.Marshal(c) // A
	}
}

type service struct{ rec recorder }

func (s *service) Update(ctx context.Context, in *UpdateRequest) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.rec.Record("update "+in.ID, in.AddTags)
	return nil
}

func TagBoth(ctx context.Context, common []string) error {
	s := &service{rec: newQueueRecorder()}
	if err := s.Update(ctx, &UpdateRequest{ID: "1", AddTags: append(common, "first")}); err != nil {
		return err
	}
	return s.Update(ctx, &UpdateRequest{ID: "2", AddTags: append(common, "second")}) // B
}
