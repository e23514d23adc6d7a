// answer: no (handed-over)
// reason: The helper changes the map before it sends it, and nobody has it before.

package p

func post(out chan<- map[string]int, m map[string]int) {
	m["seen"]++ // A
	out <- m
}

func Main() {
	out := make(chan map[string]int)
	go func() {
		for m := range out {
			println(m["seen"]) // B
		}
	}()
	m := map[string]int{}
	post(out, m)
}
