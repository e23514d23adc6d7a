// answer: yes
// reason: The deferred clear runs when Handle returns, while the worker may still range over the queued headers.

package p

type inbound struct {
	headers map[string]string
}

type forwarder struct {
	queue chan map[string]string
	bytes int
}

func StartForwarder() *forwarder {
	f := &forwarder{queue: make(chan map[string]string, 32)}
	go f.work()
	return f
}

func (f *forwarder) work() {
	for h := range f.queue {
		for k, v := range h { // A
			f.bytes += len(k) + len(v)
		}
	}
}

func (in *inbound) release() {
	clear(in.headers) // B
}

func Handle(f *forwarder, in *inbound) {
	defer in.release()
	in.headers["Via"] = "p"
	f.queue <- in.headers
}
