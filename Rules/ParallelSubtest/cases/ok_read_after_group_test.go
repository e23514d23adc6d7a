package example

import "testing"

func TestSum(t *testing.T) {
	results := make([]int, 3)
	t.Run("group", func(t *testing.T) {
		for i := range results {
			t.Run("part", func(t *testing.T) {
				t.Parallel()
				results[i] = i * i
			})
		}
	})
	for i, n := range results {
		if n != i*i {
			t.Error(i, n)
		}
	}
}
