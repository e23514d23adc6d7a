// answer: yes
// reason: The queued closure keeps the slice of rows, and the importer overwrites that slice for the next page.

package p

import "database/sql"

type writer struct {
	ops chan func(*sql.DB) error
}

func NewWriter(db *sql.DB, fail func(error)) *writer {
	w := &writer{ops: make(chan func(*sql.DB) error, 8)}
	go func() {
		for op := range w.ops {
			if err := op(db); err != nil {
				fail(err)
			}
		}
	}()
	return w
}

func (w *writer) insert(rows []string) {
	w.ops <- func(db *sql.DB) error {
		for _, r := range rows { // A
			if _, err := db.Exec("INSERT INTO t VALUES (?)", r); err != nil {
				return err
			}
		}
		return nil
	}
}

func Import(w *writer, next func() (string, bool)) {
	page := make([]string, 0, 10)
	for {
		row, ok := next()
		if !ok {
			return
		}
		page = append(page, row) // B
		if len(page) == cap(page) {
			w.insert(page)
			page = page[:0]
		}
	}
}
