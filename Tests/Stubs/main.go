// Command stubs makes the stub declarations of the standard library, and holds them against
// the real ones.
//
//	stubs generate GOROOT PACKAGES DIRECTORY
//	stubs compare GOROOT PACKAGES DIRECTORY
//
// PACKAGES lists what is declared. DIRECTORY is that of the stubs.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 5 {
		fail(fmt.Errorf("usage: stubs generate|compare GOROOT PACKAGES DIRECTORY"))
	}
	goroot, directory := os.Args[2], os.Args[4]
	wanted, err := readRequest(os.Args[3])
	if err != nil {
		fail(err)
	}
	switch os.Args[1] {
	case "generate":
		err = generate(goroot, wanted, directory)
	case "compare":
		err = compare(goroot, wanted, directory)
	default:
		err = fmt.Errorf("%s is no command", os.Args[1])
	}
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "stubs:", err)
	os.Exit(1)
}
