// answer: yes
// reason: The object keeps the channel, and whoever has it puts indices into it too.

package p

type Filler struct {
	idx chan int
}

func (f *Filler) Fill(out []int) {
	idx := make(chan int)
	f.idx = idx
	for range 4 {
		go func() {
			for i := range idx {
				out[i] = 1 // A B
			}
		}()
	}
	go f.add()
	for i := range out {
		idx <- i
	}
}

func (f *Filler) add() { f.idx <- 0 }
