package example

func commands(files []string) [][]string {
	base := []string{"tar", "-c", "-f"}
	var commands [][]string
	for _, file := range files {
		commands = append(commands, append(base, file))
	}
	return commands
}
