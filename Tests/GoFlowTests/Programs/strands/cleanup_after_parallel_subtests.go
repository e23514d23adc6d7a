// answer: no (joined)
// reason: The test's cleanup runs after all its subtests have ended.

package p

import "testing"

func RunAll(t *testing.T, names []string, run func(string) error) {
	failures := make([]error, len(names))
	t.Cleanup(func() {
		for i, err := range failures { // A
			t.Log(names[i], err)
		}
	})
	for i, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			failures[i] = run(name) // B
		})
	}
}
