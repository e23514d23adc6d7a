package cases

type order struct {
	in, out int
	done    chan struct{}
}

// Each job has a channel of its own, so closing it is the end of that job.
func serve(orders <-chan *order) {
	for o := range orders {
		n := o.in * 2
		close(o.done) // want "`close\(o.done\)` announces completion before the change of `o.out`"
		o.out = n
	}
}

func place(orders chan<- *order, in int) int {
	o := &order{in: in, done: make(chan struct{})}
	orders <- o
	<-o.done
	return o.out
}

func open() chan<- *order {
	orders := make(chan *order)
	go serve(orders)
	return orders
}
