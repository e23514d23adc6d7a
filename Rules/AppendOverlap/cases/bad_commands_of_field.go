// race: ok_literal_has_no_room.go

package example

type runner struct {
	args []string
}

func (r *runner) add(arg string) { r.args = append(r.args, arg) }

type command struct{ args []string }

func (r *runner) commands(files []string) []*command {
	var commands []*command
	for _, file := range files {
		commands = append(commands, &command{args: append(r.args, file)}) // want "each turn appends to the same `r.args`"
	}
	return commands
}
