package example

type Option func(*int)

type job struct {
	name    string
	options []Option
}

func jobs(common []Option, verbose, dry Option) []job {
	options := make([]Option, 0, 8)
	options = append(options, common...)
	first := job{"first", append(options, verbose)} // want "`options` is appended to twice"
	second := job{"second", append(options, dry)}
	return []job{first, second}
}
