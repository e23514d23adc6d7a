package example

type Meter struct{ total int }

func Start(lengths <-chan int) *Meter {
	m := &Meter{}
	go func() {
		for n := range lengths {
			m.total += n // want "field `Meter.total` is written with no lock"
		}
	}()
	return m
}

func (m *Meter) Total() int { return m.total }

// Add takes its argument by value: with a mutex in it, that would be copied too.
func (m *Meter) Add(other Meter) int { return m.Total() + other.total }
