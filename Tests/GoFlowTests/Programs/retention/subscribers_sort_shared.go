// answer: yes
// reason: Every subscriber receives the same slice and sorts it in place.

package p

import "slices"

type quotes struct {
	subs []chan []float64
}

func (q *quotes) subscribe(rank func(best float64)) {
	c := make(chan []float64, 1)
	q.subs = append(q.subs, c)
	go func() {
		for prices := range c {
			slices.Sort(prices) // A B
			rank(prices[0])
		}
	}()
}

func (q *quotes) publish(prices []float64) {
	for _, c := range q.subs {
		c <- prices
	}
}

func Market(rounds int, ask func() []float64, ranks ...func(float64)) {
	q := &quotes{}
	for _, r := range ranks {
		q.subscribe(r)
	}
	for range rounds {
		q.publish(ask())
	}
}
