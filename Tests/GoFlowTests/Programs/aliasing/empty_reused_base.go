// answer: yes
// reason: base[:0] keeps the capacity, so both appends write the first element of one array.

package p

func Variants(base []string, run func([]string)) {
	done := make(chan bool)
	go func() {
		run(append(base[:0], "-fast")) // A
		done <- true
	}()
	run(append(base[:0], "-small")) // B
	<-done
}
