package example

import "sync"

// Table finds out how it is made when it is asked first.
type Table struct {
	data []byte

	mu      sync.Mutex
	version int
	width   uint32
}

func (t *Table) parse() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.version != 0 {
		return
	}
	t.version = 1
	if len(t.data) < 2 {
		return
	}
	t.version = int(t.data[0])
	t.width = uint32(t.data[1])
}

// IsNew asks for the version that parse has found.
func (t *Table) IsNew() bool {
	t.parse()
	return t.version >= 2
}

// Size is asked for once it is known to be new.
func (t *Table) Size() uint32 {
	if t.width == 4 {
		return 4 * uint32(len(t.data))
	}
	return uint32(len(t.data))
}

func Describe(tables []*Table, say func(uint32)) {
	var group sync.WaitGroup
	for _, t := range tables {
		for i := 0; i < 2; i++ {
			group.Go(func() {
				if t.IsNew() {
					say(t.Size())
				}
			})
		}
	}
	group.Wait()
}
