// answer: yes
// reason: A turn without a write says that the key was copied, which it was not.

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
			}
			work = assign(work, next)
		} else {
			copied = true
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
