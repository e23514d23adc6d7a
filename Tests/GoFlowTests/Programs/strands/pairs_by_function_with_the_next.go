// answer: yes
// reason: The function has the element behind that of its number, too.

package p

func Pairs(values []int, count int) {
	for i := 0; i < count; i++ {
		go set(values, i)
	}
}

func set(values []int, i int) {
	values[i] = i   // A
	values[i+1] = i // B
}
