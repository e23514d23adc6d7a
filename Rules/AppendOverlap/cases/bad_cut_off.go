package example

func split(record []byte) ([]byte, []byte) {
	head := append(record[:4], 'h') // want "`record.:4.` is appended to twice"
	tail := append(record[:4], 't')
	return head, tail
}
