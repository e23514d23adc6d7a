// answer: no (joined)
// reason: t.Run of the group returns only after all parallel subtests inside it are finished.

package p

import "testing"

func TestGroup(t *testing.T) {
	ran := make([]bool, 3)
	t.Run("group", func(t *testing.T) {
		for i := range ran {
			t.Run("case", func(t *testing.T) {
				t.Parallel()
				ran[i] = true // A
			})
		}
	})
	for i := range ran {
		if !ran[i] { // B
			t.Errorf("case %d did not run", i)
		}
	}
}
