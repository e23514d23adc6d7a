// answer: yes
// reason: parse fills the table on one way only, on the other the goroutines do it beside each other
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
	if text != "" {
		t.init()
	}
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
