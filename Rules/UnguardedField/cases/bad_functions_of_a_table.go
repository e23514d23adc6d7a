package example

import "sync"

type P struct{ name string }

func Load() *P {
	p := &P{}
	var wg sync.WaitGroup
	for _, f := range []func(){
		func() { p.name = "a" }, // want "field `P.name` is written with no lock that both sides hold"
		func() { p.name = "b" },
	} {
		wg.Add(1)
		go func() { defer wg.Done(); f() }()
	}
	wg.Wait()
	return p
}
