// answer: no (handed-over)
// reason: Each request gets a tag list made for it alone, so the second append fills an array that the queue has not seen.

package p

import (
	"context"
	"encoding/json"
)

type PatchRequest struct {
	ID      string
	AddTags []string
}

type scribe interface {
	Record(name string, tags []string)
}

type patch struct {
	Name string
	Tags []string
}

type queueScribe struct{ queue chan patch }

func newQueueScribe() *queueScribe {
	r := &queueScribe{queue: make(chan patch, 100)}
	go r.forward()
	return r
}

func (r *queueScribe) Record(name string, tags []string) {
	r.enqueue(patch{name, tags})
}

func (r *queueScribe) enqueue(c patch) { r.queue <- c }

func (r *queueScribe) forward() {
	for c := range r.queue {
		_, _ = json.Marshal(c) // A
	}
}

type patcher struct{ rec scribe }

func (s *patcher) Update(ctx context.Context, in *PatchRequest) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.rec.Record("patch "+in.ID, in.AddTags)
	return nil
}

func PatchAll(ctx context.Context, common []string, ids []string) error {
	s := &patcher{rec: newQueueScribe()}
	for _, id := range ids {
		tags := make([]string, 0, len(common)+1)
		tags = append(tags, common...)
		tags = append(tags, id) // B
		if err := s.Update(ctx, &PatchRequest{ID: id, AddTags: tags}); err != nil {
			return err
		}
	}
	return nil
}
