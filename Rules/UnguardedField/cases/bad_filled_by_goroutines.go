package example

import "sync"

type template struct {
	table map[string]string
}

func (t *template) lookup(name string) string {
	if t.table == nil {
		t.table = map[string]string{} // want "field `template.table` is written with no lock"
	}
	return t.table[name]
}

// Each goroutine may be the first that looks something up.
func Serve(names []string) {
	t := new(template)
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t.lookup(name)
		}()
	}
	wg.Wait()
}
