// answer: no (locked)
// reason: the lock is one of two channels that is full; who waits for one of them has the lock as well.
package p

type half struct {
	empty, full chan struct{}
	data        []byte
}

func (h *half) lock() {
	select {
	case <-h.empty:
	case <-h.full:
	}
}

func (h *half) unlock() {
	if len(h.data) > 0 {
		h.full <- struct{}{}
	} else {
		h.empty <- struct{}{}
	}
}

func (h *half) waitAndLock() {
	select {
	case <-h.full:
	}
}

func (h *half) take() []byte {
	h.waitAndLock()
	defer h.unlock()
	data := h.data
	h.data = nil // A
	return data
}

func (h *half) close() {
	h.lock()
	h.data = nil // B
	h.unlock()
}

func run(h *half) {
	go h.take()
	go h.close()
}
