// answer: no (other-memory)
// reason: What is set is the copy that was just put into the request, whichever request the variable holds.

package p

type request struct {
	header map[string]string
}

func clone(header map[string]string) map[string]string {
	copied := make(map[string]string, len(header))
	for key, value := range header {
		copied[key] = value
	}
	return copied
}

func send(given *request, user string, queue chan<- map[string]string) {
	req := given
	fork := func() {
		if req == given {
			req = new(request)
			*req = *given
		}
	}
	if req.header == nil {
		fork()
		req.header = make(map[string]string)
	}
	queue <- req.header
	if user != "" {
		fork()
		req.header = clone(given.header)
		req.header["user"] = user // A
	}
}

func Serve(given *request, user string) int {
	queue := make(chan map[string]string, 1)
	go send(given, user, queue)
	return len(<-queue) // B
}
