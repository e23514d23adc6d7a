// answer: yes
// reason: Two windows of two elements have one element in common.

package p

func Smooth(values []float64) {
	for i := 0; i+1 < len(values); i++ {
		go level(values[i : i+2])
	}
}

func level(pair []float64) {
	pair[0] = (pair[0] + pair[1]) / 2 // A B
	pair[1] = pair[0]
}
