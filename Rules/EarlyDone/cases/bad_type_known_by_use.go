package cases

import "container/list"

type execution struct {
	done   chan struct{}
	result error
}

func (e *execution) run(work func() error) {
	err := work()
	close(e.done) // want "`close\(e.done\)` announces completion before the change of `e.result`"
	e.result = err
}

type executor struct{ running *list.List }

func (x *executor) start(work func() error) {
	e := &execution{done: make(chan struct{})}
	x.running.PushBack(e)
	go e.run(work)
}

// The declared type of the element is not here; that it has done and result is.
func (x *executor) wait(stop <-chan struct{}) error {
	e := unwrap(x.running.Front())
	select {
	case <-stop:
		return nil
	case <-e.done:
		return e.result
	}
}

var unwrap = func(element *list.Element) *execution { return element.Value.(*execution) }
