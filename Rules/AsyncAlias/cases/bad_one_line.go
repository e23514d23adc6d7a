package example

type letter struct{ recipients []string }

type outbox struct{ queue chan *letter }

func (o *outbox) Deliver(recipients []string) { o.queue <- &letter{recipients: recipients} } // want "`recipients` is handed over without a copy"

func deliverAll() int {
	o := &outbox{make(chan *letter, 2)}
	done := make(chan int)
	go func() {
		n := 0
		for m := range o.queue {
			n += len(m.recipients[0])
		}
		done <- n
	}()
	rs := []string{"a"}
	for i := range 3 {
		rs[0] = string(rune('a' + i))
		o.Deliver(rs)
	}
	close(o.queue)
	return <-done
}
