// race: ok_published_at_once.go

package example

import "encoding/json"

type Request struct {
	ID     string
	Labels []string
}

type Event struct {
	Name       string
	Attributes any
}

type LabelsSet struct {
	ID     string
	Labels []string
}

type Recorder struct {
	events chan *Event
}

func NewRecorder() *Recorder {
	r := &Recorder{events: make(chan *Event, 64)}
	go r.run()
	return r
}

func (r *Recorder) Record(e *Event) { r.events <- e }

func (r *Recorder) run() {
	for e := range r.events {
		text, err := json.Marshal(e)
		if err == nil {
			println(string(text))
		}
	}
}

type Sink interface{ Record(e *Event) }

type Server struct{ sink Sink }

func NewServer() *Server { return &Server{sink: NewRecorder()} }

func (s *Server) SetLabels(in *Request) {
	s.sink.Record(&Event{
		Name:       "labels_set",
		Attributes: &LabelsSet{ID: in.ID, Labels: in.Labels}, // want "`in.Labels` is handed over without a copy: a goroutine reads it while `Relabel` writes to the same array"
	})
}

func Relabel(s *Server, ids []string) {
	labels := make([]string, 2)
	for _, id := range ids {
		labels[0] = id
		labels[1] = "seen"
		s.SetLabels(&Request{ID: id, Labels: labels})
	}
}
