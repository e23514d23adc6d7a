// race: ok_effect_first.go

package cases

type answer struct{ text string }

// The channel is closed before what it stands for is there.
func ask(question string, lookUp func(string) string) answer {
	var result answer
	done := make(chan struct{})
	go func() {
		text := lookUp(question)
		close(done) // want "`close\(done\)` announces completion before the change of `result.text`"
		result.text = text
	}()
	<-done
	return result
}
