package program

type in struct{ n int }

func (i in) val(k int) int  { return i.n + k }
func (i *in) ptr(k int) int { i.n += k; return i.n }

type mid struct{ in }
type viaPtr struct{ *in }
type iface interface{ val(int) int }
type both struct {
	iface
	p *mid
}

func apply[T any](f func(T, int) int, x T, n int) int { return f(x, n) }

func Main() {
	x := in{1}
	println(in.val(x, 1), (*in).val(&x, 2), (*in).ptr(&x, 3), x.n)
	m := mid{x}
	println(mid.val(m, 1), (*mid).val(&m, 1), (*mid).ptr(&m, 10), m.n, x.n)
	v := viaPtr{&x}
	println(viaPtr.val(v, 0), viaPtr.ptr(v, 5), (*viaPtr).ptr(&v, 1), x.n)
	println(iface.val(x, 1), iface.val(&m, 1))
	b := both{v, &m}
	println(both.val(b, 2), (*both).val(&b, 3), b.p.ptr(1), (*mid).ptr(b.p, 1))
	fs := []func(in, int) int{in.val}
	gs := map[string]func(*mid, int) int{"v": (*mid).val, "p": (*mid).ptr}
	println(fs[0](x, 1), gs["v"](&m, 1), gs["p"](&m, 1))
	println(apply(in.val, x, 4), apply((*in).ptr, &x, 4), apply(iface.val, iface(m), 4))
	f := (*in).ptr
	defer println("deferred", f(&x, 1))
	defer in.val(x, 1)
	go in.val(x, 1)
	var i iface = m
	println(iface.val(i, 7))
	func() {
		defer func() { println(recover() != nil) }()
		(*in).val(nil, 1)
	}()
}
