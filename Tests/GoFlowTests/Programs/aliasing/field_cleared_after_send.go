// answer: no (handed-over)
// reason: The field is set to nil right after the send, so the next append starts a new array and the sent one has one owner.

package p

type packer struct {
	buf []int64
	out chan []int64
}

func (c *packer) add(v int64) {
	c.buf = append(c.buf, v) // A
	if len(c.buf) >= 16 {
		c.out <- c.buf
		c.buf = nil
	}
}

func fold(in <-chan []int64, sum chan<- int64) {
	var n int64
	for b := range in {
		for _, v := range b { // B
			n += v
		}
	}
	sum <- n
}

func Pack(values []int64) int64 {
	c := &packer{out: make(chan []int64, 2)}
	sum := make(chan int64)
	go fold(c.out, sum)
	for _, v := range values {
		c.add(v)
	}
	close(c.out)
	return <-sum
}
