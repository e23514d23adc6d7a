// answer: yes
// reason: One job lies in all elements, so that one goroutine may look while another one puts its slice there.

package p

type job struct{ seen []byte }

func run(n int) {
	var jobs []*job
	j := &job{}
	for i := 0; i < n; i++ {
		jobs = append(jobs, j)
	}
	for _, j := range jobs {
		go func() {
			if j.seen == nil { // A
				j.seen = make([]byte, 8) // B
			}
			j.seen[0] = 1
		}()
	}
}
