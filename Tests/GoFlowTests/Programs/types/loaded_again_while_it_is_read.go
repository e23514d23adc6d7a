// answer: yes
// reason: The table is read anew whenever somebody wants it so, while others look into it without the lock.

package p

import "sync"

type table struct{ rows []string }

func readTable(path string) (*table, error) { return &table{rows: []string{path}}, nil }

type Index struct {
	mu      sync.Mutex
	current *table
	loads   int
}

// Load reads the table.
func (x *Index) Load(path string) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	t, err := readTable(path)
	if err != nil {
		return err
	}
	x.current = t // A
	x.loads++
	return nil
}

// Len counts the rows.
func (x *Index) Len() int {
	return len(x.current.rows) // B
}

// Rows gives the rows, and how often they were loaded.
func (x *Index) Rows() ([]string, int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.current.rows, x.loads
}
