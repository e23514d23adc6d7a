package example

import "sync"

// Group runs functions and keeps the first error.
type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

func (g *Group) Wait() error {
	g.wg.Wait()
	return g.err
}

func Sizes(head, tail func() (int, error)) (int, error) {
	var g Group
	var first, last int
	g.Go(func() (err error) {
		first, err = head()
		return err
	})
	g.Go(func() (err error) {
		last, err = tail()
		return err
	})
	if err := g.Wait(); err != nil {
		return 0, err
	}
	return first + last, nil
}
