// answer: yes
// reason: Run hands the function on to run, which does not wait for it.

package p

func Run(n int, f func()) { run(n, f) }

func run(n int, f func()) {
	go func() {
		for range n {
			f()
		}
	}()
}

func Count() int {
	n := 0
	Run(3, func() {
		n++ // A
	})
	return n // B
}
