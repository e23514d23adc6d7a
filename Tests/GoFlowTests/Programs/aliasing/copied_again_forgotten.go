// answer: yes
// reason: The second turn takes the key itself again, and still counts it as copied.

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
		work = key
	}
	return <-read
}
