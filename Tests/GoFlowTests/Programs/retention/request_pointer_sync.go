// answer: no (one-goroutine)
// reason: The dispatcher calls its handler before it returns and keeps nothing, so read and write are in one goroutine.

package p

import "fmt"

type Order struct {
	Name   string
	Labels map[string]string
}

type Desk struct {
	handler func(*Order) string
	log     []string
}

func NewDesk() *Desk {
	return &Desk{handler: describeOrder}
}

func describeOrder(o *Order) string {
	s := o.Name
	for k, v := range o.Labels { // A
		s += fmt.Sprintf(" %s=%s", k, v)
	}
	return s
}

func (d *Desk) Dispatch(o *Order) { d.log = append(d.log, d.handler(o)) }

func Take(name string) []string {
	d := NewDesk()
	o := &Order{Name: name, Labels: map[string]string{}}
	d.Dispatch(o)
	o.Labels["dispatched"] = "true" // B
	d.Dispatch(o)
	return d.log
}
