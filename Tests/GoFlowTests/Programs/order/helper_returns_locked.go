// answer: no (locked)
// reason: open returns with the mutex held and close releases it, so the append between them is guarded.

package p

import "sync"

type journal struct {
	mu      sync.Mutex
	entries []string
}

func (j *journal) open() *[]string {
	j.mu.Lock()
	return &j.entries
}

func (j *journal) close() { j.mu.Unlock() }

func (j *journal) append(line string) {
	entries := j.open()
	*entries = append(*entries, line) // A B
	j.close()
}

func Fan(lines []string) {
	j := &journal{}
	for _, l := range lines {
		go j.append(l)
	}
}
