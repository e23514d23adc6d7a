// answer: no (joined)
// reason: the channel that is waited for is there, so the goroutine closes it
package example

type job struct {
	sum  int
	done chan struct{}
}

func (j *job) run(numbers []int) {
	for _, n := range numbers {
		j.sum += n // A
	}
	if j.done != nil {
		close(j.done)
	}
}

func Sum(numbers []int) int {
	j := &job{done: make(chan struct{})}
	go j.run(numbers)
	<-j.done
	return j.sum // B
}
