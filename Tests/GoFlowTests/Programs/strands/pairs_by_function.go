// answer: no (distinct-elements)
// reason: The function has the two elements of its number.

package p

func Pairs(values []int, count int) {
	for i := 0; i < count; i++ {
		go set(values, i)
	}
}

func set(values []int, i int) {
	values[2*i] = i   // A
	values[2*i+1] = i // B
}
