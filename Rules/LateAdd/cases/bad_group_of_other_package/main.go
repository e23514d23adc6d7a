package main

import "example.com/late/pool"

type server struct{ *pool.Pool }

// The wait group is a field of another package's type.
func (s server) serve(jobs []func()) {
	for _, job := range jobs {
		go func() {
			s.Running.Add(1) // want "`s.Running.Add\(1\)` runs inside the goroutine that it counts"
			defer s.Running.Done()
			job()
		}()
	}
	s.Pool.Running.Wait()
}

func main() {
	server{new(pool.Pool)}.serve(nil)
}
