// answer: no (distinct-elements)
// reason: Each goroutine is given the element that its turn cuts off.

package p

type job struct{ done bool }

func Run(jobs []job) {
	for len(jobs) > 0 {
		go func(j *job) {
			j.done = true // A B
		}(&jobs[0])
		jobs = jobs[1:]
	}
}
