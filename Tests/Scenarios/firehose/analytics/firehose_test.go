package analytics

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"
)

// batchSink hands each batch to a channel.
type batchSink struct {
	batches chan [][]byte
}

func (s batchSink) PutRecords(_ context.Context, records [][]byte) error {
	s.batches <- records
	return nil
}

type brokenSink struct{}

func (brokenSink) PutRecords(context.Context, [][]byte) error {
	return errors.New("unreachable")
}

func TestFirehose_FlushesFullBatches(t *testing.T) {
	sink := batchSink{make(chan [][]byte, 1)}
	f := NewFirehose(sink, Options{BatchSize: 2, Interval: time.Hour})
	defer f.Close()

	f.Publish(&Event{Name: "first"})
	f.Publish(&Event{Name: "second"})
	if batch := <-sink.batches; len(batch) != 2 {
		t.Fatalf("got %d records, want 2", len(batch))
	}
}

func TestFirehose_FlushesWhenTimeIsUp(t *testing.T) {
	sink := batchSink{make(chan [][]byte, 1)}
	f := NewFirehose(sink, Options{BatchSize: 100, Interval: time.Millisecond})
	defer f.Close()

	f.Publish(&Event{Name: "lonely"})
	var e Event
	if err := json.Unmarshal((<-sink.batches)[0], &e); err != nil {
		t.Fatal(err)
	}
	if e.Name != "lonely" || e.Time.IsZero() {
		t.Fatalf("got %+v", e)
	}
}

func TestFirehose_CloseDeliversTheRest(t *testing.T) {
	var out bytes.Buffer
	f := NewFirehose(NewWriterSink(&out), Options{BatchSize: 3, Interval: time.Hour})
	for range 10 {
		f.Publish(&Event{Name: "tick"})
	}
	f.Close()
	f.Close()
	if got := bytes.Count(out.Bytes(), []byte("\n")); got != 10 {
		t.Fatalf("got %d records, want 10", got)
	}
}

func TestFirehose_CountsWhatIsLost(t *testing.T) {
	f := NewFirehose(brokenSink{}, Options{})
	f.Publish(&Event{Name: "unencodable", Attributes: make(chan int)})
	f.Publish(&Event{Name: "undelivered"})
	f.Close()
	if got := f.Lost(); got != 2 {
		t.Fatalf("lost %d, want 2", got)
	}
}
