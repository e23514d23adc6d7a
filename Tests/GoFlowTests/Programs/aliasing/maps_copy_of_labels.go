// answer: no (copied)
// reason: maps.Copy puts the strings into a map of the metric's own.

package p

import "maps"

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
		labels := make(map[string]string, len(base))
		maps.Copy(labels, base)
		metrics <- metric{labels, v}
		base["last"] = "true" // B
	}
	close(metrics)
}
