package example

func split(text []string) [][]byte {
	arena := make([]byte, 1<<16)
	var parts [][]byte
	used := 0
	for _, t := range text {
		n := copy(arena[used:], t)
		parts = append(parts, arena[used:used+n])
		used += n
	}
	return parts
}
