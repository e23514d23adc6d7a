package example

// known-noise: a job belongs to the worker that received it until it sends it on.

type J struct{ m map[string]int }

func worker(in <-chan *J, out chan<- *J) {
	for j := range in {
		if j.m == nil {
			j.m = map[string]int{}
		}
		j.m["a"]++ // want "map `J.m` is written with no lock that both sides hold"
		out <- j
	}
}

func Process(n int) {
	in, out := make(chan *J, n), make(chan *J, n)
	go worker(in, out)
	go worker(in, out)
	for range n {
		in <- &J{}
	}
	for range n {
		println((<-out).m["a"])
	}
}
