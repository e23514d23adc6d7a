package example

import "maps"

type config struct{ labels map[string]string }

func (c *config) withLabel(key, value string) *config {
	child := *c
	child.labels = maps.Clone(c.labels)
	child.labels[key] = value
	return &child
}
