// answer: no (other-memory)
// reason: Only the address of one field was sent, and what is written is another one.

package p

type upload struct {
	status struct{ code int }
	tries  int
}

func report(statuses <-chan *struct{ code int }, out func(int)) {
	for s := range statuses {
		out(s.code) // A
	}
}

func Upload(put func() int, out func(int)) int {
	statuses := make(chan *struct{ code int }, 1)
	go report(statuses, out)
	u := &upload{}
	u.status.code = put()
	statuses <- &u.status
	u.tries++ // B
	close(statuses)
	return u.tries
}
