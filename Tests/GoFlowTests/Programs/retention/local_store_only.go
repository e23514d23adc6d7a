// answer: no (one-goroutine)
// reason: The index is a local that is dropped at return; no goroutine ever sees the rows.

package p

import "sort"

type row struct {
	key  string
	cols []int
}

func groupRows(rows []row) map[string][]row {
	byKey := make(map[string][]row, len(rows))
	for _, r := range rows {
		byKey[r.key] = append(byKey[r.key], r)
	}
	return byKey
}

func Totals(rows []row) map[string]int {
	out := map[string]int{}
	for key, group := range groupRows(rows) {
		for _, r := range group {
			for _, c := range r.cols { // A
				out[key] += c
			}
		}
	}
	for _, r := range rows {
		sort.Ints(r.cols) // B
	}
	return out
}
