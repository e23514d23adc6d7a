package embedding

type Base struct{ x int }

func (b *Base) Ptr(int) string { return "" }
func (b Base) Val() *Base      { return nil }

type Mid struct{ *Base }
type Top struct {
	Mid
	y int
}
type Iface interface {
	Val() *Base
	Ptr(int) string
}
type Emb struct {
	Iface
	n int
}

func f(t Top, p *Top, e Emb) {
	a := t.Ptr
	b := p.Val
	c := Top.Ptr
	d := (*Top).Val
	g := e.Ptr
	h := Emb.Val
	i := (*Emb).Ptr
	j := Mid.Val
	k := Iface.Ptr
	_, _, _, _, _, _, _, _, _ = a, b, c, d, g, h, i, j, k
	_ = t.x
	_ = p.Mid.Base.x
	_ = a(1)
	_ = c(t, 1)
	_ = k(t, 1)
	var x interface{ Ptr(int) string } = t
	_ = x.Ptr
	defer p.Ptr(2)
	go t.Val()
	_ = struct{ Top }{t}.Ptr(1)
	_ = (&struct{ *Top }{p}).x
}
