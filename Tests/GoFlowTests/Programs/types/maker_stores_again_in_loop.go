// answer: yes
// reason: each turn stores into the one object that the goroutine of the turn before reads

package main

type job struct{ turn int }

func (j *job) print() {
	println(j.turn) // B
}

func main() {
	j := &job{}
	for turn := 0; turn < 3; turn++ {
		j.turn = turn // A
		go j.print()
	}
	select {}
}
