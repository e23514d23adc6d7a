package analytics

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"
)

const deliveryTimeout = 10 * time.Second

// Options says how a Firehose gathers events. Zero values stand for defaults.
type Options struct {
	QueueSize int           // events that wait to be gathered: 4096
	BatchSize int           // records that are delivered together: 250
	Interval  time.Duration // how long a record waits for others at most: 5 s
}

func (o Options) withDefaults() Options {
	if o.QueueSize <= 0 {
		o.QueueSize = 4096
	}
	if o.BatchSize <= 0 {
		o.BatchSize = 250
	}
	if o.Interval <= 0 {
		o.Interval = 5 * time.Second
	}
	return o
}

// Firehose gathers events and delivers them to a sink in batches.
type Firehose struct {
	sink      Sink
	batchSize int
	events    chan *Event
	quit      chan struct{}
	stopped   chan struct{}
	closing   sync.Once
	lost      atomic.Int64

	buffer []*Event // belongs to run
}

// NewFirehose makes a Firehose and starts it. It must be closed.
func NewFirehose(sink Sink, options Options) *Firehose {
	options = options.withDefaults()
	f := &Firehose{
		sink:      sink,
		batchSize: options.BatchSize,
		events:    make(chan *Event, options.QueueSize),
		quit:      make(chan struct{}),
		stopped:   make(chan struct{}),
		buffer:    make([]*Event, 0, options.BatchSize),
	}
	go f.run(options.Interval)
	return f
}

// Publish queues an event. While the queue is full, events are lost.
func (f *Firehose) Publish(e *Event) {
	if e.Time.IsZero() {
		e.Time = time.Now().UTC()
	}
	select {
	case f.events <- e:
	default:
		f.lost.Add(1)
	}
}

// Close delivers what was published before it was called, and stops. What is published later
// is lost.
func (f *Firehose) Close() {
	f.closing.Do(func() { close(f.quit) })
	<-f.stopped
}

// Lost is the number of events that were not delivered.
func (f *Firehose) Lost() int64 {
	return f.lost.Load()
}

func (f *Firehose) run(interval time.Duration) {
	defer close(f.stopped)
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case e := <-f.events:
			f.add(e)
		case <-ticker.C:
			f.flush()
		case <-f.quit:
			f.drain()
			return
		}
	}
}

func (f *Firehose) drain() {
	for {
		select {
		case e := <-f.events:
			f.add(e)
		default:
			f.flush()
			return
		}
	}
}

func (f *Firehose) add(e *Event) {
	f.buffer = append(f.buffer, e)
	if len(f.buffer) >= f.batchSize {
		f.flush()
	}
}

func (f *Firehose) flush() {
	if len(f.buffer) == 0 {
		return
	}
	records := make([][]byte, 0, len(f.buffer))
	for _, e := range f.buffer {
		record, err := json.Marshal(e)
		if err != nil {
			slog.Error("analytics: event cannot be encoded", "event", e.Name, "error", err)
			f.lost.Add(1)
			continue
		}
		records = append(records, record)
	}
	clear(f.buffer)
	f.buffer = f.buffer[:0]

	ctx, cancel := context.WithTimeout(context.Background(), deliveryTimeout)
	defer cancel()
	if err := f.sink.PutRecords(ctx, records); err != nil {
		slog.Error("analytics: records were not delivered", "records", len(records), "error", err)
		f.lost.Add(int64(len(records)))
	}
}
