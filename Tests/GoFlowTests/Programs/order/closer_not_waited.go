// answer: yes
// reason: Close tells the closer of the writer to stop it and does not wait for it.

package p

import "sync"

type closer struct {
	closed  chan struct{}
	once    sync.Once
	waiting sync.WaitGroup
}

func newCloser(n int) *closer {
	c := &closer{closed: make(chan struct{})}
	c.waiting.Add(n)
	return c
}

func (c *closer) signal()                  { c.once.Do(func() { close(c.closed) }) }
func (c *closer) stopped() <-chan struct{} { return c.closed }
func (c *closer) done()                    { c.waiting.Done() }
func (c *closer) wait()                    { c.waiting.Wait() }
func (c *closer) signalAndWait() {
	c.signal()
	c.wait()
}

type Table struct{ rows int }

type Store struct {
	mu      sync.RWMutex
	closers struct{ writes *closer }
	table   *Table
	writes  chan int
}

func Open() *Store {
	s := &Store{table: &Table{}, writes: make(chan int, 8)}
	s.closers.writes = newCloser(1)
	go s.write(s.closers.writes)
	return s
}

func (s *Store) write(c *closer) {
	defer c.done()
	for {
		select {
		case n := <-s.writes:
			s.apply(n)
		case <-c.stopped():
			return
		}
	}
}

func (s *Store) apply(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.table.rows > 100 {
		s.table = &Table{} // A
	}
	s.table.rows += n
}

func (s *Store) Rows() int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.table.rows
}

func (s *Store) Put(n int) { s.writes <- n }

func (s *Store) Close() int {
	s.closers.writes.signal()
	return s.table.rows // B
}
