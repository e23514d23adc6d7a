package program

type box[T any] struct{ v T }

func (b box[T]) to[U any](f func(T) U) box[U] { return box[U]{f(b.v)} }

type plain struct{ n int }

func (p *plain) add[T int | float64](x T) T {
	p.n += int(x)
	return x + x
}

func Main() {
	b := box[int]{3}
	c := b.to(func(i int) string { return string(rune('a' + i)) })
	println(c.v)
	p := plain{1}
	println(p.add(2.5), p.add(4), p.n)
	println(box[string]{"x"}.to(func(s string) int { return len(s) }).v)
}
