package p

import "os"

// The bytes of a string that is not known before may have room behind them.
var greeting = []byte(os.Getenv("GREETING"))

type message struct{ body []byte }

func Greet(out chan<- message, name string) {
	out <- message{body: append(greeting, name...)} // want "where `greeting` has room"
}
