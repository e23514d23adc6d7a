package example

func run(args ...string) { println(len(args)) }

func all(flags, files []string) {
	base := make([]string, 0, 16)
	base = append(base, flags...)
	for _, file := range files {
		run(append(base, file)...)
	}
}
