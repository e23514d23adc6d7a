// answer: yes
// reason: on one way the object was given to a goroutine before its maker stores into it

package main

type job struct{ turn int }

func (j *job) print() {
	println(j.turn) // B
}

func main() {
	j := &job{}
	if len(known) > 0 {
		go j.print()
	}
	j.turn = 1 // A
	select {}
}

var known = map[string]bool{"job": true}
