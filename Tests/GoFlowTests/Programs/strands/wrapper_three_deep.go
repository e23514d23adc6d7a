// answer: yes
// reason: safely, background and spawn only pass the function on, and the last of them runs it in a goroutine beside the caller.

package p

import "log"

func spawn(f func()) {
	go f()
}

func background(name string, f func()) {
	spawn(func() {
		log.Println("start", name)
		f()
	})
}

func safely(name string, f func()) {
	background(name, func() {
		defer func() {
			if r := recover(); r != nil {
				log.Println(name, r)
			}
		}()
		f()
	})
}

type gauge struct{ last int }

func Observe(v int) int {
	g := &gauge{}
	safely("observe", func() {
		g.last = v // A
	})
	return g.last // B
}
