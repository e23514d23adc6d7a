// answer: yes
// reason: The request pointer itself is queued, so the worker reads the labels that the caller goes on writing.

package p

import "fmt"

type Request struct {
	Name   string
	Labels map[string]string
}

type Dispatcher struct {
	jobs chan *Request
}

func NewDispatcher() *Dispatcher {
	d := &Dispatcher{jobs: make(chan *Request, 16)}
	go func() {
		for r := range d.jobs {
			describe(r)
		}
	}()
	return d
}

func describe(r *Request) string {
	s := r.Name
	for k, v := range r.Labels { // A
		s += fmt.Sprintf(" %s=%s", k, v)
	}
	return s
}

func (d *Dispatcher) Dispatch(r *Request) { d.jobs <- r }

func Serve(d *Dispatcher, name string) {
	r := &Request{Name: name, Labels: map[string]string{}}
	d.Dispatch(r)
	r.Labels["dispatched"] = "true" // B
}
