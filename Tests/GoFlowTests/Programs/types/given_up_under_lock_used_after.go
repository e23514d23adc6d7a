// answer: yes
// reason: Close gives the file up under the lock, while Append uses it when it holds the lock no more.

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
		j.file = file
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
	err := j.file.Close()
	j.file = nil // A
	return err
}

func Record(j *Journal, lines []string) {
	for _, line := range lines {
		go j.Append(line)
	}
}
