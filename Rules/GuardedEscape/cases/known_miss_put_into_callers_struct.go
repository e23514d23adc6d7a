package example

import "sync"

var (
	tableMu sync.Mutex
	table   = make(map[string]int)
)

func Count(name string) {
	tableMu.Lock()
	table[name]++
	tableMu.Unlock()
}

type Report struct{ Counts map[string]int }

// known-miss: found as possible only: nobody is seen to read what the caller's struct has. That the
// lock is a package variable, and lies in no object, once ended the analysis.
func Fill(r *Report) {
	tableMu.Lock()
	defer tableMu.Unlock()
	r.Counts = table
}
