package example

type option interface{ apply() }

type conn struct{ defaults []option }

type stream struct{ options []option }

func withDefaults(options ...option) func(*conn) {
	return func(c *conn) { c.defaults = append(c.defaults, options...) }
}

func (c *conn) open(options ...option) *stream {
	options = append(c.defaults, options...) // want "`c.defaults` is appended to and the result kept elsewhere"
	return &stream{options: options}
}
