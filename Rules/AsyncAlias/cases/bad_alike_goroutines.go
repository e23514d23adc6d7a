package example

import "io"

type Event struct{ Payload []byte }

type Query struct {
	Payload []byte
	Reply   chan []byte
}

func Handle(outs []io.WriteCloser, payload []byte) {
	for _, out := range outs {
		invoke(out, Event{Payload: payload})
		invoke(out, &Query{Payload: payload})
	}
}

func invoke(out io.WriteCloser, event any) {
	switch e := event.(type) {
	case Event:
		go feed(out, e.Payload) // want "`e.Payload` is handed over without a copy"
	case *Query:
		go feed(out, e.Payload)
	}
}

func feed(out io.WriteCloser, text []byte) {
	defer out.Close()
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	out.Write(text)
}
