// answer: no (one-goroutine)
// reason: fire calls the registered hooks one by one.

package p

type listeners struct {
	list []func(stage string) error
}

func (h *listeners) add(f func(stage string) error) { h.list = append(h.list, f) }

func (h *listeners) fire(stage string) error {
	for i := len(h.list) - 1; i >= 0; i-- {
		if err := h.list[i](stage); err != nil {
			return err
		}
	}
	return nil
}

type summary struct{ lines map[string]string }

func Startup() (int, error) {
	var h listeners
	r := &summary{lines: map[string]string{}}
	h.add(func(stage string) error {
		r.lines["db"] = stage // A
		return nil
	})
	h.add(func(stage string) error {
		r.lines["cache"] = stage // B
		return nil
	})
	err := h.fire("starting")
	return len(r.lines), err
}
