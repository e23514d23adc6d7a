package billing

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/firehose/analytics"
	"example.com/firehose/analytics/analyticstest"
	"example.com/firehose/client"
	"example.com/firehose/threading"
)

func TestSync_TagsTheThreadsOfAllOrganizations(t *testing.T) {
	server := threading.NewServer(analytics.Discard{})
	customer := customerWithThreads(t.Context(), t, server, 3)
	customer.Plan = PlanGrowth
	syncer := NewSyncer(client.FuseThreading(server))
	if err := syncer.SyncCustomerDataToSupport(t.Context(), customer); err != nil {
		t.Fatal(err)
	}
	for n, kind := range []string{"Billing_Parent", "Billing_Child", "Billing_Child"} {
		out, err := server.Thread(t.Context(), &threading.ThreadRequest{
			ThreadID: customer.Organizations[n].SupportThreadID,
		})
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{kind, "Plan_Growth"}; !slices.Equal(out.Thread.Tags, want) {
			t.Errorf("organization %d: got tags %q, want %q", n, out.Thread.Tags, want)
		}
	}
}

func TestSync_GoesOnAfterAFailure(t *testing.T) {
	server := threading.NewServer(analytics.Discard{})
	customer := customerWithThreads(t.Context(), t, server, 2)
	customer.Organizations[0].SupportThreadID = "gone"
	syncer := NewSyncer(client.FuseThreading(server))
	if err := syncer.SyncCustomerDataToSupport(t.Context(), customer); err == nil {
		t.Error("no error for a thread that is not there")
	}
	out, err := server.Thread(t.Context(), &threading.ThreadRequest{
		ThreadID: customer.Organizations[1].SupportThreadID,
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(out.Thread.Tags, "Billing_Child") {
		t.Errorf("got tags %q", out.Thread.Tags)
	}
}

// race
func TestSync_RecordsEachChangeOfTags(t *testing.T) {
	const organizations, rounds = 20, 50
	sink := analyticstest.NewSink(organizations + rounds*organizations)
	firehose := analytics.NewFirehose(sink, analytics.Options{BatchSize: 4})
	defer firehose.Close()
	server := threading.NewServer(firehose)
	customer := customerWithThreads(t.Context(), t, server, organizations)
	syncer := NewSyncer(client.WithTimeout(client.FuseThreading(server), time.Minute))
	for round := range rounds {
		customer.Plan = plans[round%len(plans)]
		if err := syncer.SyncCustomerDataToSupport(t.Context(), customer); err != nil {
			t.Fatal(err)
		}
	}

	changes := 0
	for _, record := range sink.Wait(t) {
		if strings.Contains(record, `"event":"thread_tags_updated"`) {
			changes++
		}
	}
	if changes != rounds*organizations {
		t.Errorf("recorded %d changes of tags, want %d", changes, rounds*organizations)
	}
}

// customerWithThreads makes a customer whose organizations have support threads. The first
// organization is the parent of the others.
func customerWithThreads(ctx context.Context, t *testing.T, server threading.Service, count int) *Customer {
	t.Helper()
	customer := &Customer{ID: "customer-1", ParentID: "org-0"}
	for n := range count {
		org := Organization{ID: fmt.Sprintf("org-%d", n), Name: fmt.Sprintf("Branch %d", n)}
		out, err := server.CreateThread(ctx, &threading.CreateThreadRequest{
			OrganizationID: org.ID,
			Subject:        org.Name,
		})
		if err != nil {
			t.Fatal(err)
		}
		org.SupportThreadID = out.Thread.ID
		customer.Organizations = append(customer.Organizations, org)
	}
	return customer
}
