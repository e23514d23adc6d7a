// answer: yes
// reason: The channel has room for two, so that two may have the right to write at once.

package p

import "errors"

var errClosed = errors.New("closed")

type memory struct{ keys []string }

type DB struct {
	writing chan struct{}
	failed  chan error
	closed  chan struct{}
	mem     *memory
}

// Batch has the right to write until it is committed.
type Batch struct{ db *DB }

func Open() *DB {
	return &DB{
		writing: make(chan struct{}, 2),
		failed:  make(chan error),
		closed:  make(chan struct{}),
		mem:     &memory{},
	}
}

func (db *DB) Begin() (*Batch, error) {
	select {
	case db.writing <- struct{}{}:
	case err := <-db.failed:
		return nil, err
	case <-db.closed:
		return nil, errClosed
	}
	if len(db.mem.keys) > 0 { // A
		db.rotate()
	}
	return &Batch{db}, nil
}

func (b *Batch) Commit() {
	<-b.db.writing
}

func (db *DB) rotate() {
	db.mem = &memory{} // B
}

func (db *DB) write(key string) {
	if len(db.mem.keys) > 100 {
		db.rotate()
	}
	db.mem.keys = append(db.mem.keys, key)
	db.done()
}

func (db *DB) done() { <-db.writing }

func (db *DB) Put(key string) error {
	select {
	case db.writing <- struct{}{}:
	case err := <-db.failed:
		return err
	case <-db.closed:
		return errClosed
	}
	db.write(key)
	return nil
}

func (db *DB) Compact() error {
	select {
	case db.writing <- struct{}{}:
	case <-db.closed:
		return errClosed
	}
	db.rotate()
	<-db.writing
	return nil
}

func run(db *DB) {
	go db.Compact()
	go db.Put("a")
	go func() {
		if b, err := db.Begin(); err == nil {
			b.Commit()
		}
	}()
}
