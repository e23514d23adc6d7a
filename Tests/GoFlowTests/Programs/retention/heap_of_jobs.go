// answer: yes
// reason: The job is pushed on a heap that another goroutine pops, and the scheduler's caller still appends to the job's arguments in place.

package p

import (
	"container/heap"
	"sync"
	"time"
)

type job struct {
	at   time.Time
	args []int
}

type jobHeap []*job

func (h jobHeap) Len() int           { return len(h) }
func (h jobHeap) Less(i, j int) bool { return h[i].at.Before(h[j].at) }
func (h jobHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *jobHeap) Push(x any)        { *h = append(*h, x.(*job)) }
func (h *jobHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

type Timetable struct {
	mu   sync.Mutex
	jobs jobHeap
	run  func(sum int)
}

func (t *Timetable) Schedule(j *job) {
	t.mu.Lock()
	heap.Push(&t.jobs, j)
	t.mu.Unlock()
}

func (t *Timetable) Loop() {
	for {
		t.mu.Lock()
		var next *job
		if t.jobs.Len() > 0 {
			next = heap.Pop(&t.jobs).(*job)
		}
		t.mu.Unlock()
		if next != nil {
			sum := 0
			for _, a := range next.args { // A
				sum += a
			}
			t.run(sum)
		}
	}
}

func Plan(run func(int)) {
	t := &Timetable{run: run}
	go t.Loop()
	args := []int{1, 2, 3}
	t.Schedule(&job{at: time.Now(), args: args})
	args[0] = 7 // B
}
