package example

// known-miss: what a method of the copy changes is not joined with where the struct was copied

type config struct{ labels map[string]string }

func (c *config) set(key, value string) { c.labels[key] = value }

func (c *config) with(key, value string) *config {
	child := *c
	child.set(key, value)
	return &child
}
