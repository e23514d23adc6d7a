// Package contacts brings contacts of other address books into the directory.
package contacts

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"example.com/firehose/client"
	"example.com/firehose/directory"
)

// Contact is a row of an address book.
type Contact struct {
	EntityID string // empty if it is new to the directory
	Name     string
	Tags     []string
}

// Read reads contacts of a CSV file without a header. The columns are entity, name, and tags
// with semicolons between.
func Read(r io.Reader) ([]Contact, error) {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = 3
	var contacts []Contact
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return contacts, nil
		}
		if err != nil {
			return nil, err
		}
		contact := Contact{EntityID: row[0], Name: row[1]}
		for tag := range strings.SplitSeq(row[2], ";") {
			if tag = strings.TrimSpace(tag); tag != "" {
				contact.Tags = append(contact.Tags, tag)
			}
		}
		contacts = append(contacts, contact)
	}
}

// Importer puts contacts into the directory.
type Importer struct {
	entities client.DirectoryClient
	source   string
}

// NewImporter makes an Importer. The source is the name of the address book.
func NewImporter(entities client.DirectoryClient, source string) *Importer {
	return &Importer{entities: entities, source: source}
}

// Import adds contacts that are new, and tags the others afresh. It ends at the first that
// fails.
func (i *Importer) Import(ctx context.Context, organizationID string, contacts []Contact) error {
	tags := make([]string, 0, 16)
	for _, contact := range contacts {
		tags = append(tags[:0], "Imported", "Source_"+i.source)
		tags = append(tags, contact.Tags...)

		var err error
		if contact.EntityID == "" {
			_, err = i.entities.CreateEntity(ctx, &directory.CreateEntityRequest{
				OrganizationID: organizationID,
				Name:           contact.Name,
				Tags:           tags,
			})
		} else {
			_, err = i.entities.UpdateTags(ctx, &directory.UpdateTagsRequest{
				EntityID: contact.EntityID,
				Tags:     tags,
			})
		}
		if err != nil {
			return fmt.Errorf("contact %q: %w", contact.Name, err)
		}
	}
	return nil
}
