// race: ok_clipped_base.go

package example

import "io"

type Event struct{ Payload []byte }

func Handle(outs []io.WriteCloser, e Event) {
	for _, out := range outs {
		invoke(out, e)
	}
}

func invoke(out io.WriteCloser, e Event) {
	go feed(out, e.Payload) // want "`e.Payload` is handed over without a copy"
}

func feed(out io.WriteCloser, text []byte) {
	defer out.Close()
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	out.Write(text)
}
