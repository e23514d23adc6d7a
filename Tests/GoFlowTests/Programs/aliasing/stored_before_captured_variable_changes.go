// answer: yes
// reason: The variable leads to the request that was given before again when the header is set.

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
		} else {
			req = given
		}
	}
	queue <- req.header
	if user != "" {
		fork()
		req.header = clone(given.header)
		fork()
		req.header["user"] = user // A
	}
}

func Serve(given *request, user string) int {
	queue := make(chan map[string]string, 1)
	go send(given, user, queue)
	return len(<-queue) // B
}
