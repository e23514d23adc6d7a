// answer: no (before-signal)
// reason: The file is opened once, under the lock. Whoever uses it has held the lock since: either it opened it itself, or it found it there.

package p

import (
	"os"
	"sync"
)

type Journal struct {
	path string
	mu   sync.Mutex
	file *os.File
}

func (j *Journal) Append(line string) error {
	j.mu.Lock()
	if j.file == nil {
		file, err := os.Create(j.path)
		if err != nil {
			j.mu.Unlock()
			return err
		}
		j.file = file // A
	}
	j.mu.Unlock()
	_, err := j.file.WriteString(line) // B
	return err
}

func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.file == nil {
		return nil
	}
	return j.file.Close()
}

func Record(j *Journal, lines []string) {
	for _, line := range lines {
		go j.Append(line)
	}
}
