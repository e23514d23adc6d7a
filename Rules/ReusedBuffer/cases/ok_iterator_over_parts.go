package example

type part struct{ data []byte }

func (p *part) bytes() []byte {
	p.data = append(p.data[:0], 'x')
	return p.data
}

func all(parts []*part) [][]byte {
	var all [][]byte
	for _, p := range parts {
		all = append(all, p.bytes())
	}
	return all
}
