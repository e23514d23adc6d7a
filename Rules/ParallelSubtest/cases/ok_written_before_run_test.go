package example

import "testing"

type server struct{ path string }

func TestServer(t *testing.T) {
	s := &server{}
	s.path = t.TempDir()
	t.Run("read", func(t *testing.T) {
		t.Parallel()
		t.Log(s.path)
	})
	t.Run("list", func(t *testing.T) {
		t.Parallel()
		t.Log(len(s.path))
	})
}
