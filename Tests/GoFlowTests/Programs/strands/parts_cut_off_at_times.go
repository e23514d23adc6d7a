// answer: yes
// reason: Where the part is short the turn goes on without cutting it off.

package p

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, sizes []int) {
	for _, size := range sizes {
		go double(values[:size])
		if size < 4 {
			continue
		}
		values = values[size:]
	}
}
