// answer: no (handed-over)
// reason: An encoder that came out of the channel, or was made because none was there, belongs to its taker until it is put back, which is behind the literal that uses it.

package p

import "sync"

type Encoder interface {
	Reset()
	Write(t int)
	Sum() int
}

type encoder struct{ times []int }

func NewEncoder(n int) Encoder { return &encoder{times: make([]int, 0, n)} }

func (e *encoder) Reset() { e.times = e.times[:0] }

func (e *encoder) Write(t int) { e.times = append(e.times, t) }

func (e *encoder) reduce() []int {
	deltas := e.times
	for i := len(deltas) - 1; i > 0; i-- {
		deltas[i] -= deltas[i-1] // A B
	}
	return deltas
}

func (e *encoder) Sum() int {
	sum := 0
	for _, d := range e.reduce() {
		sum += d
	}
	return sum
}

type spares struct {
	free chan interface{}
	make func(n int) interface{}
}

func (s *spares) get(n int) interface{} {
	var c interface{}
	select {
	case c = <-s.free:
	default:
		c = s.make(n)
	}
	return c
}

func (s *spares) put(c interface{}) {
	select {
	case s.free <- c:
	default:
	}
}

var encoders = &spares{
	free: make(chan interface{}, 4),
	make: func(n int) interface{} { return NewEncoder(n) },
}

func getEncoder(n int) Encoder {
	e := encoders.get(n).(Encoder)
	e.Reset()
	return e
}

func putEncoder(e Encoder) { encoders.put(e) }

func Encode(times []int) int {
	e := getEncoder(len(times))
	sum := 0
	func() {
		for _, t := range times {
			e.Write(t)
		}
		sum = e.Sum()
	}()
	putEncoder(e)
	return sum
}

type Table struct{ all [][]int }

func (t *Table) EncodeAll() []int {
	sums := make([]int, len(t.all))
	var wg sync.WaitGroup
	for i, times := range t.all {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sums[i] = Encode(times)
		}()
	}
	wg.Wait()
	return sums
}
