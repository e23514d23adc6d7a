package example

import (
	"os"
	"os/signal"
	"syscall"
)

var level = 1

func SetLevel(n int) { level = n } // want "package variable `level` is written with no lock"

func logf(n int, text string) {
	if n <= level {
		println(text)
	}
}

func Run(lines <-chan string) {
	verbose := make(chan os.Signal, 1)
	signal.Notify(verbose, syscall.SIGUSR1)
	go func() {
		for range verbose {
			SetLevel(2)
		}
	}()
	for line := range lines {
		logf(2, line)
	}
}
