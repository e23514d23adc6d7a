// answer: yes
// reason: adder closes over the pointer it is given, so both goroutines add to the same total.

package p

func adder(total *int64, by int64) func() {
	return func() {
		*total += by // A B
	}
}

func Race(n int, done func()) {
	var total int64
	for i := range n {
		add := adder(&total, int64(i))
		go func() {
			add()
			done()
		}()
	}
}
