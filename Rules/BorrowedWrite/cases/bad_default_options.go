// race: ok_default_options_cloned.go

package example

type options struct {
	retries int
	headers map[string]string
}

var defaults = options{retries: 3, headers: map[string]string{"accept": "*"}}

func forToken(token string) options {
	o := defaults
	o.retries = 1
	o.headers["authorization"] = token // want "the struct was copied, but `options.headers` of the copy"
	return o
}
