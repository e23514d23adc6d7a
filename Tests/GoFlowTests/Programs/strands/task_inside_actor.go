// answer: no (one-goroutine)
// reason: Both the deposit and the read of the balance run as tasks of the actor's only goroutine.

package p

type agent struct {
	inbox chan func()
}

func newAgent() *agent {
	a := &agent{inbox: make(chan func(), 16)}
	go a.loop()
	return a
}

func (a *agent) loop() {
	for f := range a.inbox {
		f()
	}
}

func (a *agent) send(f func()) { a.inbox <- f }

type purse struct {
	agent   *agent
	balance int
}

func (w *purse) deposit(n int) {
	w.agent.send(func() {
		w.balance += n // A
	})
}

func (w *purse) read() int {
	reply := make(chan int)
	w.agent.send(func() {
		reply <- w.balance // B
	})
	return <-reply
}

func Trade(amounts []int) int {
	w := &purse{agent: newAgent()}
	for _, n := range amounts {
		w.deposit(n)
	}
	return w.read()
}
