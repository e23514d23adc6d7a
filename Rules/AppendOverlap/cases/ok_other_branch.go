package example

func encode(dst []byte, ok bool) []byte {
	buf := make([]byte, 0, 8)
	buf = append(buf, dst...)
	if ok {
		return append(buf, "true"...)
	}
	return append(buf, "false"...)
}
