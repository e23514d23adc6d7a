// answer: yes
// reason: The helper sends the map and goes on changing it while the receiver reads it.

package p

func post(out chan<- map[string]int, m map[string]int) {
	out <- m
	m["seen"]++ // A
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
