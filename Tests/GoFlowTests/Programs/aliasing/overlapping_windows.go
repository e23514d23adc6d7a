// answer: yes
// reason: The windows overlap in one element: head[3] and tail[0] are the same byte of the array.

package p

import "sync"

func Mask(packet []byte) {
	var wg sync.WaitGroup
	head, tail := packet[:4], packet[3:]
	wg.Add(2)
	go func() {
		defer wg.Done()
		head[3] = 0xff // A
	}()
	go func() {
		defer wg.Done()
		tail[0] &= 0x0f // B
	}()
	wg.Wait()
}
