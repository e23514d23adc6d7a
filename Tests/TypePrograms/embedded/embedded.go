package embedded

import (
	"fmt"
	"io"
	"strings"
	"sync"
)

type Mutex struct{ sync.Mutex }
type L struct {
	*Mutex
	io.Reader
}
type M map[string]L
type Op func(...int) Op
type Visitor interface{ Visit(n Node) (w Visitor) }
type Node interface {
	Pos() int
	Children() []Node
}
type base struct{ pos int }

func (b base) Pos() int          { return b.pos }
func (b *base) Children() []Node { return nil }

type leaf struct {
	base
	v interface{}
}
type pair struct{ a, b *leaf }

func walk(v Visitor, n Node) {
	if v = v.Visit(n); v == nil {
		return
	}
	for _, c := range n.Children() {
		walk(v, c)
	}
}
func (l L) Do(m M) error {
	l.Lock()
	defer l.Unlock()
	n, err := l.Read(make([]byte, 3))
	_ = n
	if x, ok := m["a"]; ok && x.Reader != nil {
		_ = x.Mutex.TryLock()
	}
	m["b"].Mutex.Lock()
	_ = m["c"].Read
	var o Op
	o = o(1)(2, 3)(o2()...)
	var nd Node = &leaf{base{1}, 2}
	_ = nd.Pos() + nd.Children()[0].Pos()
	p := pair{}
	_ = p.a.Pos()
	_ = p.b.base.Children()
	_ = p.a.v.(fmt.Stringer).String()
	switch v := p.a.v.(type) {
	case fmt.Stringer, error:
		_ = v
	case *leaf:
		_ = v.Pos
	case func() (int, error):
		_, err = v()
	case chan<- int:
		v <- 1
	case []interface{ Pos() int }:
		_ = v[0].Pos()
	}
	r := strings.NewReplacer("a", "b")
	_ = r.Replace("x")
	var b strings.Builder
	fmt.Fprint(&b, 1)
	_ = b.String()[1:]
	fs := []func(int) (string, error){nil}
	s, err := fs[0](1)
	_ = s
	ms := map[string]func(string) map[int]bool{}
	_ = ms["x"]("y")[3]
	type key struct{ a, b string }
	mk := map[key][]*key{}
	mk[key{"a", "b"}] = append(mk[key{"a", "b"}], &key{})
	_ = mk[key{a: "x"}][0].b
	ch := make(chan chan []key, 1)
	_ = (<-<-ch)[0].a
	var iface interface {
		io.ReadWriter
		fmt.Stringer
	}
	_, _ = iface.Write(nil)
	_ = iface.String()
	var wc io.WriteCloser = struct {
		io.Writer
		io.Closer
	}{}
	_ = wc.Close()
	f := (*leaf).Children
	_ = f(nil)
	g := leaf.Pos
	_ = g(leaf{})
	h := Node.Pos
	_ = h(nd)
	k := (*strings.Builder).WriteString
	_, _ = k(&b, "x")
	var arr [3][4]*leaf
	_ = arr[1][2].v
	for i, row := range arr {
		for j, c := range row[:] {
			_, _, _ = i, j, c.Pos()
		}
	}
	for range arr {
	}
	pa := &arr
	_ = pa[1][2]
	_ = len(pa)
	_ = pa[1:][0]
	for i := range pa {
		_ = i
	}
	return fmt.Errorf("%w", err)
}
func o2() []int { return nil }
