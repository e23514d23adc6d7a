// Command supportd serves the synchronization of customers and contacts over HTTP.
//
//	supportd -listen :8080 -events events.jsonl
package main

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"time"

	"example.com/firehose/analytics"
	"example.com/firehose/billing"
	"example.com/firehose/client"
	"example.com/firehose/directory"
	"example.com/firehose/threading"
)

const (
	callLimit    = 10 * time.Second
	shutdownTime = 30 * time.Second
)

func main() {
	listen := flag.String("listen", ":8080", "address to listen at")
	events := flag.String("events", "events.jsonl", "file that analytics events are appended to")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *listen, *events); err != nil {
		slog.Error("supportd", "error", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, listen, events string) error {
	file, err := os.OpenFile(events, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	firehose := analytics.NewFirehose(analytics.NewWriterSink(file), analytics.Options{})
	defer firehose.Close()

	threads := client.FuseThreading(threading.NewServer(firehose))
	entities := directory.NewServer(firehose)
	a := &api{
		billing:  billing.NewSyncer(client.WithTimeout(threads, callLimit)),
		contacts: client.FuseDirectory(entities),
		entities: entities,
	}
	server := &http.Server{Addr: listen, Handler: a.routes(), ReadHeaderTimeout: callLimit}
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}

	ctx, cancel := context.WithTimeout(context.Background(), shutdownTime)
	defer cancel()
	return errors.Join(server.Shutdown(ctx), ignoreClosed(<-failed))
}

func ignoreClosed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
