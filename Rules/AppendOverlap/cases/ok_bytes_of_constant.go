package p

// The bytes of a constant have an array of their own length: what is appended to them moves away.
var greeting = []byte("hello, ")

type message struct{ body []byte }

func Greet(out chan<- message, name string) {
	out <- message{body: append(greeting, name...)}
}
