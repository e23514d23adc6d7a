// answer: no (one-goroutine)
// reason: The method is named Go, but it runs the function at once in the caller's goroutine.

package p

import "errors"

type serial struct {
	errs []error
}

func (s *serial) Go(f func() error) {
	if err := f(); err != nil {
		s.errs = append(s.errs, err)
	}
}

func (s *serial) Wait() error { return errors.Join(s.errs...) }

func MeasureAll(names []string, measure func(string) (int, error)) (map[string]int, error) {
	var s serial
	sizes := make(map[string]int, len(names))
	for _, n := range names {
		s.Go(func() error {
			size, err := measure(n)
			sizes[n] = size // A B
			return err
		})
	}
	return sizes, s.Wait()
}
