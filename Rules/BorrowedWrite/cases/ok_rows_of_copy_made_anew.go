package example

type table struct {
	name string
	rows []string
}

func redacted(t *table) *table {
	c := *t
	c.name = "redacted"
	c.rows = make([]string, len(t.rows))
	for i := range c.rows {
		c.rows[i] = "***"
	}
	return &c
}
