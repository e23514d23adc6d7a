// answer: yes
// reason: Two goroutines of each turn call the function with one index.

package p

func parallel(n int, f func(i int)) {
	for i := range n {
		go f(i)
		go f(i)
	}
}

func Squares(n int) []int {
	out := make([]int, n)
	parallel(n, func(i int) {
		out[i] = i * i // A B
	})
	return nil
}
