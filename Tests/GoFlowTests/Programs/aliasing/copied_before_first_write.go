// answer: no (other-memory)
// reason: The first turn copies the key before anything is written, and says so for the turns after it.

package p

func Fill(key []byte, turns int) byte {
	work := key
	var copied bool
	read := make(chan byte)
	go func() {
		read <- key[0] // B
	}()
	for i := 0; i < turns; i++ {
		if !copied {
			work = make([]byte, len(key))
			copy(work, key)
			copied = true
		}
		work[0]++ // A
	}
	return <-read
}
