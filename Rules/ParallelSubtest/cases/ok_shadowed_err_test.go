package example

import (
	"os"
	"testing"
)

func TestFiles(t *testing.T) {
	dir, err := os.MkdirTemp("", "files")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := os.WriteFile(dir+"/"+name, nil, 0o600)
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}
