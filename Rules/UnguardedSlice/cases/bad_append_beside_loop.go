package example

func Collect(in <-chan string, size int) []string {
	var names []string
	go func() {
		for name := range in {
			names = append(names, name) // want "slice `names` is changed with no lock"
		}
	}()
	for len(names) < size {
		println("waiting")
	}
	return names
}
