package example

type Header map[string][]string

type Request struct{ header Header }

func NewRequest(header Header) (*Request, error) {
	r := &Request{}
	r.header = header // want "map `header` of the caller is kept in `Request.header`"
	return r, nil
}
