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

// Which of the two structs a selector means is for types to say: no fix.
type Sum struct{ total int }

func (m *Meter) Into(s *Sum) { s.total = m.total }
