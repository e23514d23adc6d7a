// answer: yes
// reason: The event embeds a copy of the request struct, but the copy's Values slice is the caller's.

package p

import "encoding/json"

type Query struct {
	User   string
	Values []int
}

type QueryEvent struct {
	Query
	Seq int
}

type sinkList struct {
	sinks []chan<- any
}

func (s sinkList) emit(e any) {
	for _, c := range s.sinks {
		c <- e
	}
}

func drain(c <-chan any) {
	for e := range c {
		json.Marshal(e) // A
	}
}

func Serve(q *Query, rounds int) {
	c := make(chan any, 4)
	go drain(c)
	list := sinkList{sinks: []chan<- any{c}}
	for seq := range rounds {
		list.emit(QueryEvent{Query: *q, Seq: seq})
		q.Values[0]++ // B
	}
}
