package example

import (
	"bufio"
	"fmt"
	"os"
)

// known-miss: what Bytes gives is overwritten by the next Scan; a view of a library is not
// followed into channels.

func Run() {
	jobs := make(chan []byte)
	go func() {
		for j := range jobs {
			fmt.Println(string(j))
		}
	}()
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		jobs <- sc.Bytes()
	}
}
