// answer: yes
// reason: The field keeps the array that was sent and only its length is reset, so the next append overwrites what the reader holds.

package p

type coalescer struct {
	buf []int64
	out chan []int64
}

func (c *coalescer) add(v int64) {
	c.buf = append(c.buf, v) // A
	if len(c.buf) >= 16 {
		c.out <- c.buf
		c.buf = c.buf[:0]
	}
}

func reduce(in <-chan []int64, sum chan<- int64) {
	var n int64
	for b := range in {
		for _, v := range b { // B
			n += v
		}
	}
	sum <- n
}

func Coalesce(values []int64) int64 {
	c := &coalescer{out: make(chan []int64, 2)}
	sum := make(chan int64)
	go reduce(c.out, sum)
	for _, v := range values {
		c.add(v)
	}
	close(c.out)
	return <-sum
}
