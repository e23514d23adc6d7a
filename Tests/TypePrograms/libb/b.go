package libb

import (
	. "m/liba"
	x "m/liba"
)

type B = x.A
type C = B
type D C
type GB[E any] = x.GA[E]
type H struct {
	C
	n [Size]int
}

var VV = V
var M2 = Map(W, func(a A) int { return a.X })

func F(d D, h H, g GB[int]) {
	_ = d.X
	_ = h.Self()
	_ = h.C.X
	_ = g.V[0]
	_ = g.Set(nil)
	_ = New().Self().X
	_ = [Big]string{}
	_ = len(Str)
	_ = M2["x"]
	a := Str
	_ = a
	var e Embed
	_ = e.X
	_ = e.V
	_ = e.Set("x")
	p, q := e.Two()
	_, _ = p, q
	_ = e.I2.Two
}
