// answer: no (other-memory)
// reason: What stands for "no value" leads to no meter, so that each query has its own.

package p

// Missing stands for a value that is not there.
var Missing interface{} = (*float64)(nil)

type source interface{ next() interface{} }

type meter struct {
	last  int
	inner source
}

func (m *meter) next() interface{} {
	m.last++ // A B
	if m.inner == nil {
		return Missing
	}
	return m.inner.next()
}

// Ask answers each query in a goroutine of its own.
func Ask(queries []string) {
	for range queries {
		go answer()
	}
}

func answer() {
	var current source = &meter{}
	for {
		value := current.next()
		next, ok := value.(source)
		if !ok {
			return
		}
		current = next
	}
}
