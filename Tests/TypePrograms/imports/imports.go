package imports

import (
	a "m/liba"
	"m/libb"
	b "m/libb"
)

type E = libb.C
type K libb.B

func f(e E, k K, g libb.GB[string], j a.J, fn a.Fn) {
	_ = e.Self().X
	_ = k.X
	_ = g.V[0]
	_ = b.VV.Self()
	_ = libb.M2
	x, err := j.M(e)
	_, _ = x.X, err
	_ = j.O()[0].V
	j.N()
	_ = fn.Call(1)
	s, err := fn(2)
	_ = s
	o := a.WithN(1)
	_ = o
	opts := []a.Option{a.WithN(2), nil}
	_ = opts[0]
	_ = a.I.M
	_ = (*a.G[int]).Set
	_ = a.T.M
	_ = (&libb.H{}).Self
	var e2 a.Embed
	_ = e2.Self
	_ = e2.G.V
	_ = a.Map[string, int, bool]
	_ = a.Map(map[string]E{}, func(t a.T) *a.T { return &t })
	var arr [a.Big]byte
	_ = arr
	_ = libb.H{}.C
}
