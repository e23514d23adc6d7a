// answer: yes
// reason: Who says that the key was copied already may be wrong about it: it is the one that is read.

package p

func Fill(key []byte, turns int, copied bool) byte {
	work := key
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
