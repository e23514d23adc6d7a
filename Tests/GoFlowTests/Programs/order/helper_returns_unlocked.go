// answer: yes
// reason: peek holds the mutex only until it returns, so the append afterwards is not guarded by it.

package p

import "sync"

type diary struct {
	mu      sync.Mutex
	entries []string
}

func (j *diary) peek() *[]string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return &j.entries
}

func (j *diary) append(line string) {
	entries := j.peek()
	*entries = append(*entries, line) // A B
}

func Fan(lines []string) {
	j := &diary{}
	for _, l := range lines {
		go j.append(l)
	}
}
