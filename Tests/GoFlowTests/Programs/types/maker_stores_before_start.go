// answer: no (before-start)
// reason: only who makes a job stores into it, before anybody else has it

package main

type job struct{ turn int }

func (j *job) print() {
	println(j.turn) // B
}

func main() {
	for turn := 0; turn < 3; turn++ {
		j := &job{}
		j.turn = turn // A
		go j.print()
	}
	select {}
}
