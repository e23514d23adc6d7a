package example

type config struct{ labels map[string]string }

func (c *config) set(key, value string) {
	c.labels[key] = value
	labels := c.labels
	labels[key+"!"] = value
}
