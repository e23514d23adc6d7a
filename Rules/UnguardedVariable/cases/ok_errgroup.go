package example

import "golang.org/x/sync/errgroup"

func Sizes(head, tail func() (int, error)) (int, error) {
	var g errgroup.Group
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
