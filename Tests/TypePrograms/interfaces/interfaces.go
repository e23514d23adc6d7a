package interfaces

type R interface {
	Read([]byte) (int, error)
	Close() error
}
type W interface {
	Write([]byte) (int, error)
	Close() error
}
type RW interface {
	R
	W
}
type RWX interface {
	RW
	interface{ X() }
	Close() error
}
type Str interface{ String() string }
type Cmp[T any] interface {
	Compare(T) int
	comparable
}
type Set[T Cmp[T]] struct{ m map[T]struct{} }

func (s Set[T]) Max() (t T) {
	for k := range s.m {
		if k.Compare(t) > 0 {
			t = k
		}
	}
	return t
}
func f(rw RW, x RWX, i interface {
	R
	Str
}) {
	_ = rw.Close()
	n, err := rw.Read(nil)
	_, _ = n, err
	x.X()
	_ = x.Write
	_ = i.String()
	_ = i
	_ = RW.Close
	var e interface {
		error
		Unwrap() error
	} = nil
	_ = e.Unwrap().Error()
	_ = any(rw).(Str).String
	g(x)
}
func g[T interface {
	RW
	X()
}](t T) {
	t.X()
	_ = t.Close()
	h(t)
	_ = T.Close
}
func h(r R)                     {}
func sorted[T Cmp[T]](ts []T) T { return ts[0] }

type ci int

func (c ci) Compare(d ci) int { return 0 }
func k()                      { _ = sorted([]ci{1}); _ = Set[ci]{}.Max() }

type S1 struct {
	a int
	b string
}
type S2 struct {
	a int `x:"y"`
	b string
}
type P1 struct{ x, y int }

func conv(s S1, f func(int) string) {
	_ = S2(s).b
	_ = struct {
		a int
		b string
	}(s).a
	_ = (*S2)(&s).b
	type F func(int) string
	_ = F(f)(1)
	_ = []byte("x")
	_ = string([]rune{'a'})
	_ = [2]int([]int{1, 2})
	_ = (*[2]int)([]int{1, 2})[0]
	_ = interface{ M() }(nil)
	_ = (func())(nil)
	_ = (chan int)(nil)
	_ = map[string]int(nil)
	_ = (<-chan int)(make(chan int))
	_ = P1{1, 2}
	_ = [...]P1{{1, 2}, {y: 3}}[0].x
	_ = map[P1]*P1{{1, 2}: {3, 4}}
	_ = [][]P1{{{1, 2}}, {}}
	_ = map[string]struct{ a []int }{"a": {[]int{1}}}
	_ = []*[]int{{1}, {2}}
	_ = []struct{ P1 }{{P1{1, 2}}}[0].x
	_ = &[]int{1}
	_ = (&[3]int{})[1:2]
	_ = "abc"[1]
	_ = "abc"[1:]
	type mystr string
	_ = mystr("abc")[1:]
	_ = float64(1) + 2
	_ = uint(3) &^ 1
}
