package example

import "maps"

type Entry struct{ Fields map[string]string }

func Serve(paths []string) {
	entries := make(chan Entry, 10)
	go func() {
		for e := range entries {
			println(e.Fields["path"])
		}
	}()
	fields := map[string]string{"server": "a"}
	for _, path := range paths {
		fields["path"] = path
		entries <- Entry{Fields: maps.Clone(fields)}
	}
}
