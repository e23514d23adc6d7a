package example

import "fmt"

type graph struct{ edges map[string]map[string]int }

func (g *graph) link(a, b string) {
	if g.edges[a] == nil {
		g.edges[a] = map[string]int{} // want "map `graph.edges` is written with no lock"
	}
	g.edges[a][b]++
}

func Build() {
	g := &graph{edges: map[string]map[string]int{}}
	done := make(chan bool)
	for i := range 3 {
		go func() {
			g.link(fmt.Sprint(i), "x")
			done <- true
		}()
	}
	for range 3 {
		<-done
	}
}
