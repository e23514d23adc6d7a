// answer: yes
// reason: Each metric gets the base map itself, which is written after it was sent.

package p

type metric struct {
	labels map[string]string
	value  float64
}

func push(in <-chan metric, out func(string)) {
	for m := range in {
		for k, v := range m.labels { // A
			out(k + "=" + v)
		}
	}
}

func Record(base map[string]string, values []float64, out func(string)) {
	metrics := make(chan metric, 4)
	go push(metrics, out)
	for _, v := range values {
		metrics <- metric{base, v}
		base["last"] = "true" // B
	}
	close(metrics)
}
