// race: ok_map_cloned.go

package example

type config struct {
	name   string
	labels map[string]string
}

func (c *config) withLabel(key, value string) *config {
	child := *c
	child.labels[key] = value // want "the struct was copied, but `config.labels` of the copy"
	return &child
}
