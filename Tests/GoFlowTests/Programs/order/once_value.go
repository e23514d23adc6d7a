// answer: no (once)
// reason: sync.OnceValue runs the loader a single time and every caller gets its result after it has finished.

package p

import (
	"maps"
	"sync"
)

var countries = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for _, code := range []string{"de", "fr", "it"} {
		m[code] = "country " + code // A
	}
	return m
})

func Country(code string) string {
	return countries()[code] // B
}

func Lookup(codes []string, out chan<- string) {
	for _, c := range codes {
		go func() { out <- Country(c) }()
	}
	_ = maps.Clone(countries())
}
