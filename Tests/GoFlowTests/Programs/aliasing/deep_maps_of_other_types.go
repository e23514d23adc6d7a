// answer: no (other-memory)
// reason: The two maps lie deep behind the same root, and no map can be both a map of numbers and one of texts.

package p

type root struct{ a *first }
type first struct{ b *second }
type second struct{ c *third }
type third struct{ d *fourth }
type fourth struct {
	e     *fifth
	names map[string]string
}
type fifth struct{ f *sixth }
type sixth struct{ counts map[int]int }

func (r *root) count(n int) {
	r.a.b.c.d.e.f.counts[n]++ // A
}

func (r *root) name(n string) {
	r.a.b.c.d.names[n] = n // B
}

func Run(r *root, numbers []int, names []string) {
	go func() {
		for _, n := range numbers {
			r.count(n)
		}
	}()
	for _, n := range names {
		r.name(n)
	}
}
