package example

type Feed struct{ listeners []func(int) }

func (f *Feed) OnPrice(listener func(int)) { f.listeners = append(f.listeners, listener) }

func (f *Feed) run(prices <-chan int) {
	for price := range prices {
		for _, listener := range f.listeners {
			listener(price)
		}
	}
}

type Board struct{ last int }

func Open(prices <-chan int) *Board {
	b := &Board{}
	f := &Feed{}
	f.OnPrice(func(price int) {
		b.last = price // want "field `Board.last` is written with no lock"
	})
	go f.run(prices)
	return b
}

func (b *Board) Last() int { return b.last }
