package example

func withID(base []byte, id byte) []byte { return append(base, id) }

type range_ struct{ from, to []byte }

func bounds(table string, low, high byte) range_ {
	key := make([]byte, 0, 64)
	key = append(key, table...)
	from := withID(key, low) // want "`key` is appended to twice"
	to := withID(key, high)
	return range_{from, to}
}
