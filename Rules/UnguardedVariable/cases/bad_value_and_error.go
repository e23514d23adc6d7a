package example

import (
	"fmt"
	"os"
	"time"
)

// What both get is found out before the lock is taken.
func Load(path string) {
	var target string
	var err error
	go func() {
		target, err = os.Readlink(path) // want "variables `err` and `target` are written with no lock"
	}()
	time.Sleep(time.Second)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(target)
}
