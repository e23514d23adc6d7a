package example

import (
	"errors"
	"fmt"

	m "maps"
)

type Snapshot struct {
	Name  string
	Sizes map[string]int
	Parts []string
}

type Store struct{ snapshots chan Snapshot }

func (s *Store) keep() {
	for snapshot := range s.snapshots {
		for name, size := range snapshot.Sizes {
			fmt.Println(name, size, snapshot.Parts[0])
		}
	}
}

func (s *Store) Save(name string, sizes map[string]int, parts []string) error {
	if name == "" {
		return errors.New("no name")
	}
	s.snapshots <- Snapshot{
		Name:  name,
		Sizes: sizes, // want "`sizes` and `parts` are handed over without a copy"
		Parts: parts,
	}
	return nil
}

func Fill(names []string) error {
	s := &Store{snapshots: make(chan Snapshot, 1)}
	go s.keep()
	sizes := m.Clone(map[string]int{"": 0})
	parts := make([]string, 2)
	for i, name := range names {
		sizes[name] = i
		parts[i%2] = name
		if err := s.Save(name, sizes, parts); err != nil {
			return err
		}
	}
	return nil
}
