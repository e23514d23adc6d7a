package analytics

import (
	"bytes"
	"context"
	"io"
	"sync"
)

// Sink is where a Firehose delivers records. Each is one JSON object.
type Sink interface {
	PutRecords(ctx context.Context, records [][]byte) error
}

// WriterSink writes records to a writer, one a line.
type WriterSink struct {
	mu sync.Mutex
	w  io.Writer
}

// NewWriterSink makes a sink that writes to w.
func NewWriterSink(w io.Writer) *WriterSink {
	return &WriterSink{w: w}
}

// PutRecords writes all records with one call of Write.
func (s *WriterSink) PutRecords(ctx context.Context, records [][]byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var lines bytes.Buffer
	for _, record := range records {
		lines.Write(record)
		lines.WriteByte('\n')
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.w.Write(lines.Bytes())
	return err
}
