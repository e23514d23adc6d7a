package example

func positive(numbers []int) []int {
	kept := numbers[:0]
	for _, n := range numbers {
		if n > 0 {
			kept = append(kept, n)
		}
	}
	return kept
}
