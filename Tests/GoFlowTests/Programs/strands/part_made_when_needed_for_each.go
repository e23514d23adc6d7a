// answer: no (distinct-elements)
// reason: Each goroutine makes the slice of its own job where there is none yet.

package p

type job struct{ seen []byte }

func run(n int) {
	var jobs []*job
	for i := 0; i < n; i++ {
		jobs = append(jobs, &job{})
	}
	for _, j := range jobs {
		go func() {
			if j.seen == nil {
				j.seen = make([]byte, 8)
			}
			j.seen[0] = 1 // A B
		}()
	}
}
