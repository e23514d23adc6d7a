package example

func Collect(names <-chan string) []string {
	snapshots := make(chan []string, 8)
	go func() {
		for s := range snapshots {
			for _, name := range s {
				println(name)
			}
		}
	}()
	var all []string
	for name := range names {
		all = append(all, name)
		snapshots <- all
	}
	return all
}
