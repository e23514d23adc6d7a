// answer: no (before-start)
// reason: The deferred function starts the goroutine only when Build returns, after the last write to the index.

package p

type postings map[string][]int

func Build(docs []string, save func(postings)) int {
	index := postings{}
	defer func() {
		go func() {
			for word := range index { // A
				if len(word) == 0 {
					return
				}
			}
			save(index)
		}()
	}()
	n := 0
	for i, d := range docs {
		index[d] = append(index[d], i) // B
		n++
	}
	return n
}
