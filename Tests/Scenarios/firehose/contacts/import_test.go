package contacts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/firehose/analytics"
	"example.com/firehose/analytics/analyticstest"
	"example.com/firehose/client"
	"example.com/firehose/directory"
)

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader("entity-1,Ada,vip; north\n,Grace,\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].EntityID != "entity-1" || got[1].Name != "Grace" {
		t.Fatalf("got %+v", got)
	}
	if !slices.Equal(got[0].Tags, []string{"vip", "north"}) || len(got[1].Tags) != 0 {
		t.Fatalf("got tags %q and %q", got[0].Tags, got[1].Tags)
	}
}

func TestImport_RecordsNewContacts(t *testing.T) {
	const count = 48
	sink := analyticstest.NewSink(count)
	firehose := analytics.NewFirehose(sink, analytics.Options{BatchSize: 4})
	defer firehose.Close()
	server := directory.NewServer(firehose)
	importer := NewImporter(client.FuseDirectory(server), "Outlook")
	if err := importer.Import(t.Context(), "org-1", people(count)); err != nil {
		t.Fatal(err)
	}

	for n, record := range sink.Wait(t) {
		want := fmt.Sprintf(`"tags":["Imported","Source_Outlook","Number_%02d"]`, n)
		if !strings.Contains(record, want) {
			t.Errorf("event %d is %s, want %s", n, record, want)
		}
	}
	found, err := server.Entities(t.Context(), &directory.EntitiesRequest{OrganizationID: "org-1"})
	if err != nil || len(found.Entities) != count {
		t.Fatalf("got %+v, error %v; want %d entities", found, err, count)
	}
	for n, entity := range found.Entities {
		if want := fmt.Sprintf("Number_%02d", n); !slices.Contains(entity.Tags, want) {
			t.Errorf("%s has tags %q, want %s among them", entity.Name, entity.Tags, want)
		}
	}
}

// race
func TestImport_RecordsEachContactTaggedAfresh(t *testing.T) {
	const count, rounds = 48, 20
	sink := analyticstest.NewSink(count + rounds*count)
	firehose := analytics.NewFirehose(sink, analytics.Options{BatchSize: 4})
	defer firehose.Close()
	importer := NewImporter(client.FuseDirectory(directory.NewServer(firehose)), "Outlook")
	contacts := people(count)
	if err := importer.Import(t.Context(), "org-1", contacts); err != nil {
		t.Fatal(err)
	}
	for n := range contacts {
		contacts[n].EntityID = fmt.Sprintf("entity-%d", n+1)
	}
	for range rounds {
		if err := importer.Import(t.Context(), "org-1", contacts); err != nil {
			t.Fatal(err)
		}
	}

	changes := 0
	for _, record := range sink.Wait(t) {
		if strings.Contains(record, `"event":"entity_tags_updated"`) {
			changes++
		}
	}
	if changes != rounds*count {
		t.Errorf("recorded %d changes of tags, want %d", changes, rounds*count)
	}
}

func people(count int) []Contact {
	contacts := make([]Contact, count)
	for n := range contacts {
		contacts[n] = Contact{
			Name: fmt.Sprintf("Contact %02d", n),
			Tags: []string{fmt.Sprintf("Number_%02d", n)},
		}
	}
	return contacts
}
