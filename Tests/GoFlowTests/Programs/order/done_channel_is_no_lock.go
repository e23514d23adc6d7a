// answer: yes
// reason: The buffered channel of one is a signal here: the goroutine writes once more after it has sent.

package p

type draft struct{ pages int }

func Print(d *draft, render func()) int {
	done := make(chan struct{}, 1)
	go func() {
		render()
		done <- struct{}{}
		d.pages++ // A
	}()
	<-done
	return d.pages // B
}
