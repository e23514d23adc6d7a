package example

var codes = map[string]int{"ok": 200, "gone": 410}

func Serve(names []string) {
	for _, name := range names {
		go func() { println(codes[name]) }()
	}
	println(codes["ok"])
}
