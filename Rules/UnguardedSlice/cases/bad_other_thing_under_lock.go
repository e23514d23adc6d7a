package example

import "fmt"

var lines []string
var used = 0

// The lock that is held to the end would look as if it were for what is counted there, too.
func add(line string) bool {
	if len(lines) >= 9 {
		return false
	}
	lines = append(lines, line) // want "slice `lines` is changed with no lock"
	used += len(line)
	return used < 100
}

func Fill() {
	done := make(chan bool)
	go func() { done <- add("x") && add("y") }()
	fmt.Println(len(lines))
	<-done
	fmt.Println(used)
}
