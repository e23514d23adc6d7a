// answer: yes
// reason: There is only one worker, but it runs the task beside the submitter, which reads the balance without waiting.

package p

type actor struct {
	inbox chan func()
}

func newActor() *actor {
	a := &actor{inbox: make(chan func(), 16)}
	go a.loop()
	return a
}

func (a *actor) loop() {
	for f := range a.inbox {
		f()
	}
}

func (a *actor) send(f func()) { a.inbox <- f }

type wallet struct {
	actor   *actor
	balance int
}

func (w *wallet) deposit(n int) {
	w.actor.send(func() {
		w.balance += n // A
	})
}

func Trade(amounts []int) int {
	w := &wallet{actor: newActor()}
	for _, n := range amounts {
		w.deposit(n)
	}
	return w.balance // B
}
