package example

import "maps"

type options struct {
	retries int
	headers map[string]string
}

var defaults = options{retries: 3, headers: map[string]string{"accept": "*"}}

func forToken(token string) options {
	o := defaults
	o.retries = 1
	o.headers = maps.Clone(o.headers)
	o.headers["authorization"] = token
	return o
}
