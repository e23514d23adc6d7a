// answer: yes
// reason: The first turn does not copy the key, and writes into it.

package p

func Fill(key []byte, turns int) byte {
	work := key
	var copied bool
	read := make(chan byte)
	go func() {
		read <- key[0] // B
	}()
	for i := 0; i < turns; i++ {
		if i > 0 && !copied {
			work = make([]byte, len(key))
			copy(work, key)
			copied = true
		}
		work[0]++ // A
	}
	return <-read
}
