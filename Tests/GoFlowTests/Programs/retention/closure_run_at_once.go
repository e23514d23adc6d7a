// answer: no (one-goroutine)
// reason: The closure keeps the slice, but it is run before insert returns and then dropped.

package p

import "database/sql"

type loader struct {
	db  *sql.DB
	err error
}

func (w *loader) do(op func(*sql.DB) error) {
	if w.err == nil {
		w.err = op(w.db)
	}
}

func (w *loader) insert(rows []string) {
	w.do(func(db *sql.DB) error {
		for _, r := range rows { // A
			if _, err := db.Exec("INSERT INTO t VALUES (?)", r); err != nil {
				return err
			}
		}
		return nil
	})
}

func Restore(db *sql.DB, next func() (string, bool)) error {
	w := &loader{db: db}
	page := make([]string, 0, 10)
	for {
		row, ok := next()
		if !ok {
			return w.err
		}
		page = append(page, row) // B
		if len(page) == cap(page) {
			w.insert(page)
			page = page[:0]
		}
	}
}
