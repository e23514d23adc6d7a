// answer: yes
// reason: fire starts one goroutine for each registered hook, and both hooks write the same report.

package p

import "sync"

type hooks struct {
	list []func(stage string)
}

func (h *hooks) add(f func(stage string)) { h.list = append(h.list, f) }

func (h *hooks) fire(stage string) {
	var wg sync.WaitGroup
	for _, f := range h.list {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(stage)
		}()
	}
	wg.Wait()
}

type report struct{ lines map[string]string }

func Shutdown() int {
	var h hooks
	r := &report{lines: map[string]string{}}
	h.add(func(stage string) {
		r.lines["db"] = stage // A
	})
	h.add(func(stage string) {
		r.lines["cache"] = stage // B
	})
	h.fire("stopping")
	return len(r.lines)
}
