package example

func header(name string, values []string) []byte {
	buf := make([]byte, 0, 128)
	buf = append(buf, name...)
	for _, value := range values {
		buf = append(buf, ' ')
		buf = append(buf, value...)
	}
	return append(buf, '\n')
}
