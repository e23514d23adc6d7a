// answer: yes
// reason: Short keys count as copied from the first turn on, and are written in place.

package p

func Fill(key []byte, turns int) byte {
	work := key
	var copied bool
	read := make(chan byte)
	go func() {
		read <- key[0] // B
	}()
	if len(key) < 8 {
		copied = true
	}
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
