package cases

import "sync"

type encoder struct {
	encoding, writing sync.WaitGroup
	out               [][]byte
}

// The encoding goroutine is counted by a group that is waited for first.
func (e *encoder) add(block []byte) {
	e.encoding.Add(1)
	go func() {
		defer func() {
			e.encoding.Done()
		}()
		e.writing.Wait()
		e.writing.Add(1)
		go func() {
			defer e.writing.Done()
			e.out = append(e.out, block)
		}()
	}()
}

func (e *encoder) flush() {
	e.encoding.Wait()
	e.writing.Wait()
}
