package example

import "fmt"

type result struct {
	ok  bool
	log string
}

// The caller gets the result while the goroutine still works on it: its read is locked, too.
func run(steps ...func() bool) *result {
	r := &result{}
	done := make(chan bool, 1)
	go func() {
		for _, step := range steps {
			if !step() {
				done <- false
				return
			}
		}
		done <- true
		r.ok = true // want "field `result.ok` is written with no lock"
	}()
	if <-done {
		fmt.Println(r.ok)
	}
	return r
}

func Run() {
	r := run(func() bool { return true }, func() bool { return true })
	fmt.Println(r.log, r.ok)
}
