// answer: no (once)
// reason: parse has filled the table before the goroutines begin, and nobody empties it: the store comes no more
package main

import "sync"

type template struct {
	table map[string]string
}

func (t *template) init() {
	if t.table == nil { // B
		t.table = map[string]string{} // A
	}
}

func (t *template) parse(text string) (*template, error) {
	t.init()
	return t, nil
}

func (t *template) lookup(name string) string {
	t.init()
	return t.table[name]
}

func must(t *template, err error) *template {
	if err != nil {
		panic(err)
	}
	return t
}

func main() {
	t := must(new(template).parse("a"))
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t.lookup("a")
		}()
	}
	wg.Wait()
}
