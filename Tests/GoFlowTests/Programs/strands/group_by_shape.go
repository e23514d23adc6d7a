// answer: yes
// reason: The group's code is elsewhere, but Go with a function beside Wait is the shape of a group that runs its functions in goroutines.

package p

import "context"

type Group interface {
	Go(f func() error)
	Wait() error
}

type page struct{ links []string }

func Crawl(ctx context.Context, g Group, urls []string, get func(context.Context, string) (page, error)) ([]string, error) {
	var links []string
	for _, u := range urls {
		g.Go(func() error {
			p, err := get(ctx, u)
			if err != nil {
				return err
			}
			links = append(links, p.links...) // A B
			return nil
		})
	}
	err := g.Wait()
	return links, err
}
