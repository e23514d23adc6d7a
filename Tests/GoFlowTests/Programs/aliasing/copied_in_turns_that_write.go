// answer: no (other-memory)
// reason: Only some turns write, and the first of them copies the key before it does, for all of them.

package p

func Fill(key, next []byte, turns int) byte {
	work := key
	var copied bool
	read := make(chan byte)
	go func() {
		read <- key[0] // B
	}()
	for i := 0; i < turns; i++ {
		if i%3 == 2 {
			if !copied {
				work = make([]byte, len(key))
				copy(work, key)
				copied = true
			}
			work = assign(work, next)
		}
	}
	return <-read
}

func assign(to, from []byte) []byte {
	if cap(to) < len(from) {
		to = make([]byte, len(from))
	}
	to = to[:len(from)]
	copy(to, from) // A
	return to
}
