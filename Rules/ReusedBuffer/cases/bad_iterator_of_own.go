// race: ok_field_made_anew.go

package example

type iterator struct {
	data []byte
	key  []byte
}

func (it *iterator) next() bool {
	if len(it.data) == 0 {
		return false
	}
	n := int(it.data[0])
	it.key = it.key[:n]
	copy(it.key, it.data[1:])
	it.data = it.data[n+1:]
	return true
}

func (it *iterator) current() []byte { return it.key }

func keys(it *iterator) [][]byte {
	var keys [][]byte
	for it.next() {
		keys = append(keys, it.current()) // want "`it.current\(\)` is kept in each turn"
	}
	return keys
}
