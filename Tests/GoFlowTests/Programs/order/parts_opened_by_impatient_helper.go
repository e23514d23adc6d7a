// answer: yes
// reason: The helper gives up after a second, so that parts are still being opened when others have the union.

package p

import (
	"sync"
	"time"
)

type Part interface {
	Size() int
}

type file struct{ n int }

func (f *file) Size() int { return f.n }

type Union struct {
	parts []Part
	size  func() int
}

func open(name string) (Part, error) { return &file{len(name)}, nil }

func all(n int, fn func(int)) {
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		i := i
		go func() {
			defer wg.Done()
			fn(i)
		}()
	}
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
	}
}

func New(names []string) (*Union, error) {
	parts := make([]Part, len(names))
	errs := make([]error, len(names))
	all(len(names), func(i int) {
		parts[i], errs[i] = open(names[i]) // A
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	u := &Union{parts: parts}
	if len(parts) > 1 {
		u.size = u.Size
	}
	return u, nil
}

func (u *Union) Size() int {
	sizes := make([]int, len(u.parts))
	all(len(u.parts), func(i int) {
		sizes[i] = u.parts[i].Size()
	})
	sum := 0
	for _, size := range sizes {
		sum += size
	}
	return sum
}

func (u *Union) First() int {
	for _, p := range u.parts { // B
		return p.Size()
	}
	return 0
}

// Each gives what comes to all parts until there is no more.
func (u *Union) Each(values <-chan int, use func(p Part, value int)) {
	all(len(u.parts), func(i int) {
		for {
			value, ok := <-values
			if !ok {
				return
			}
			use(u.parts[i], value)
		}
	})
}
