// answer: yes
// reason: Nobody waits: the goroutines of the next round have the same indices.

package p

func parallel(n int, f func(i int)) {
	for i := range n {
		go f(i)
	}
}

func Count(n int) {
	out := make([]int, n)
	for range 3 {
		parallel(n, func(i int) {
			out[i]++ // A B
		})
	}
}
