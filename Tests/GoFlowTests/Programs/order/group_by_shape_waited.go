// answer: no (joined)
// reason: Whatever the group does with its functions, its Wait returns only when they are finished.

package p

import "context"

type Group interface {
	Go(f func() error)
	Wait() error
}

type site struct{ title string }

func Title(ctx context.Context, g Group, url string, get func(context.Context, string) (site, error)) (string, error) {
	var s site
	g.Go(func() (err error) {
		s, err = get(ctx, url) // A
		return err
	})
	if err := g.Wait(); err != nil {
		return "", err
	}
	return s.title, nil // B
}
