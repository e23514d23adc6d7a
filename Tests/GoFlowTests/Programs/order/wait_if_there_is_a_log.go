// answer: yes
// reason: whether there is a log says nothing of the goroutine
package example

import (
	"log"
	"sync"
)

type job struct {
	sum     int
	running sync.WaitGroup
	log     *log.Logger
}

func (j *job) wait() {
	if j.log == nil {
		return
	}
	j.running.Wait()
}

func Sum(numbers []int, l *log.Logger) int {
	j := &job{log: l}
	j.running.Add(1)
	go func() {
		defer j.running.Done()
		for _, n := range numbers {
			j.sum += n // A
		}
	}()
	j.wait()
	return j.sum // B
}
