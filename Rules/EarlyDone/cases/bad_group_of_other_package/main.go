package main

import (
	"fmt"

	"example.com/cases/pool"
)

type server struct {
	pool.Base
}

// The fields belong to a type of another package, and are embedded by a pointer.
func (s *server) square(n int) {
	s.Running.Done() // want "`s.Running.Done\(\)` announces completion before the change of `s.Results`"
	s.Results = append(s.Results, n*n)
}

func (s *server) all() []int {
	s.Running.Add(1)
	go s.square(3)
	s.Pool.Running.Wait()
	return s.Base.Results
}

func main() {
	s := &server{pool.Base{Pool: new(pool.Pool)}}
	fmt.Println(s.all())
}
