// Typeoracle prints what go/types knows of the expressions and calls of Go packages.
//
//	typeoracle [-go PROGRAM] [-jobs N] [-o FILE] DIR PATTERN…
//
// It is the judge of racelint's own type layer: `racelint-dev oracle-types` reads what it
// prints and compares. The packages that the patterns select in DIR are checked with their
// tests, and everything that they import is checked from source. The environment reaches
// `go list` unchanged, so GOOS, GOARCH, GOFLAGS and the like select the build.
//
// # The stream
//
// One record a line, its fields separated by one space. Offsets count bytes from 0, the end
// excluded, and span the node as go/ast has it.
//
//	T <id> <type>                        a type's spelling; ids count from 0, in order
//	N <id> <function>                    a function's spelling; ids count from 0, in order
//	F <path>                             the records up to the next F are of this file
//	E <start> <end> <class> <type id>    an expression that has a value and is no constant
//	C <start> <end> <function id>        a call of a declared function or method
//	I <start> <end> <function id>        a call of a method of an interface or constraint
//	B <start> <end>                      a call of a builtin
//	V <start> <end>                      a conversion
//	D <start> <end>                      a call of some other function value
//
// T and N stand anywhere before their first use. Each file comes once, each of its
// expressions once, an expression before those inside it. A call that yields a value, or
// more than one, has an E as well. Of broken code, what go/types cannot type is left out.
//
// # Classes
//
// s selector, i index, c call or conversion, l composite literal, d identifier, f function
// literal, o all others: parentheses, operators, slices, assertions, instantiations.
//
// # Spellings
//
// Types are as types.TypeString has them with the package's path in front, except that
//
//   - aliases are resolved at every depth; byte is uint8, rune is int32, and an interface
//     without methods is any;
//   - struct types are struct{name type; name type}, without tags; an embedded field is
//     written like any other, under the name that it goes by;
//   - function types have no parameter names: func(int, ...string) (T, error); the type of a
//     generic function that is not instantiated begins with its type parameters' names, such
//     as func[K, V](map[K]V) []K;
//   - other interface types are interface{A(int); B() error}: all methods, those of embedded
//     interfaces too, sorted by name;
//   - a type parameter is its name, and several values are (T, U), as is the comma-ok form.
//
// A function is fmt.Println, net/http.(*Client).Do or time.Time.Add; without type arguments,
// also those of its receiver: sync/atomic.(*Pointer).Load. A method of an interface that has
// a name is io.Reader.Read, of any other interface interface.Read.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

func main() {
	program := flag.String("go", "go", "the go `program` that lists packages")
	path := flag.String("o", "", "the `file` to write, when it is complete; standard output without")
	jobs := flag.Int("jobs", runtime.NumCPU(), "the number of `packages` checked at a time")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: typeoracle [-go PROGRAM] [-jobs N] [-o FILE] DIR PATTERN…")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() < 2 || *jobs < 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := runInto(*path, *program, *jobs, flag.Arg(0), flag.Args()[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "typeoracle:", err)
		os.Exit(1)
	}
}

// runInto leaves no half of a stream behind.
func runInto(path, program string, jobs int, directory string, patterns []string) error {
	if path == "" {
		return run(os.Stdout, program, jobs, directory, patterns)
	}
	out, err := os.CreateTemp(filepath.Dir(path), ".stream.*")
	if err != nil {
		return err
	}
	defer os.Remove(out.Name())
	err = run(out, program, jobs, directory, patterns)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	return os.Rename(out.Name(), path)
}

func run(out io.Writer, program string, jobs int, directory string, patterns []string) error {
	start := time.Now()
	listing, err := list(program, directory, patterns)
	if err != nil {
		return err
	}
	checker := newChecker(listing)
	stream := newStream(out)
	// Packages are checked side by side and written in the order of the list.
	results := make([]chan *unit, len(listing.roots))
	for i := range results {
		results[i] = make(chan *unit, 1)
	}
	tickets := make(chan struct{}, jobs)
	go func() {
		for i, root := range listing.roots {
			tickets <- struct{}{}
			go func() {
				results[i] <- checker.examine(root)
				<-tickets
			}()
		}
	}()
	failures := 0
	for i := range results {
		unit := <-results[i]
		results[i] = nil
		for n, err := range unit.errors {
			if n < 3 {
				fmt.Fprintf(os.Stderr, "typeoracle: %v\n", err)
			}
		}
		failures += len(unit.errors)
		stream.write(unit)
	}
	if err := stream.finish(); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "typeoracle: packages %d, files %d, expressions %d, calls %d, errors %d, %.1f s\n",
		len(listing.roots), stream.files, stream.expressions, stream.calls, failures,
		time.Since(start).Seconds())
	return nil
}
